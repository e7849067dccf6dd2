package dev.supportpulse.client.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines as bytes; of one that is too long only so much is kept, whatever its length. */
final class LineReader {

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private boolean tooLong;

  /**
   * Reads lines.
   *
   * @param longest the longest line, in bytes
   */
  LineReader(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line without its end, null behind the last one. */
  byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    tooLong = false;
    while (true) {
      if (at == end) {
        at = 0;
        end = Math.max(0, in.read(buffer));
        if (end == 0) {
          return line.size() == 0 && !tooLong ? null : line.toByteArray();
        }
      }
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      keep(line, from);
      if (at < end) {
        at++;
        return line.toByteArray();
      }
    }
  }

  /** Whether the line that was returned last is only the beginning of a longer one. */
  boolean tooLong() {
    return tooLong;
  }

  private void keep(ByteArrayOutputStream line, int from) {
    int room = longest - line.size();
    tooLong |= at - from > room;
    line.write(buffer, from, Math.min(at - from, room));
  }
}
