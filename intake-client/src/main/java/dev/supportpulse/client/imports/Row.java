package dev.supportpulse.client.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A row of a file. Its number is that of the line that it begins at, from 1. */
sealed interface Row {

  /** The line that it begins at, from 1. */
  long number();

  /** A row that can be read; the event may lack what an import fills in. */
  record Event(long number, ObjectNode event) implements Row {}

  /** A row that can't be read. */
  record Unreadable(long number, RowFault fault) implements Row {}
}
