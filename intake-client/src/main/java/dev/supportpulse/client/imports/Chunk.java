package dev.supportpulse.client.imports;

import dev.supportpulse.client.BatchLimits;
import dev.supportpulse.client.EventJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that follow each other: the events of a request, and the rows between that can't be sent.
 */
final class Chunk {

  /** A row: its event, or why there is none. */
  record Entry(long row, @Nullable EventJson event, @Nullable RowFault fault) {}

  private final BatchLimits limits;
  private final List<Entry> entries = new ArrayList<>();
  private final List<EventJson> events = new ArrayList<>();
  private long bytes;

  Chunk(BatchLimits limits) {
    this.limits = limits;
  }

  /** Takes a row, unless it would become too large. */
  boolean add(Entry entry) {
    EventJson event = entry.event();
    if (event == null) {
      if (entries.size() >= limits.events()) {
        return false;
      }
    } else if (!limits.admit(entries.size(), bytes, event)) {
      return false;
    } else {
      bytes += event.size();
      events.add(event);
    }
    entries.add(entry);
    return true;
  }

  List<Entry> entries() {
    return entries;
  }

  List<EventJson> events() {
    return events;
  }
}
