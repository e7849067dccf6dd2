package dev.supportpulse.client.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after another. */
interface Rows {

  /**
   * The next row, null behind the last one.
   *
   * @throws ImportStopped if the rest of the file can't be read as rows
   */
  @Nullable Row next() throws IOException;
}
