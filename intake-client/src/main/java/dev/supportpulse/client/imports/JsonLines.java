package dev.supportpulse.client.imports;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** JSON Lines: an event a line; blank lines are passed over. */
final class JsonLines implements Rows {

  /** Longer than any request that intake takes. */
  private static final int LONGEST = 16 << 20;

  private final LineReader lines;
  private long number;

  JsonLines(InputStream in) {
    this.lines = new LineReader(in, LONGEST);
  }

  @Override
  public @Nullable Row next() throws IOException {
    byte[] line = lines.next();
    while (line != null) {
      number++;
      if (lines.tooLong()) {
        return new Row.Unreadable(
            number,
            new RowFault(
                "EVENT_TOO_LARGE", "", "the line has more than %d bytes".formatted(LONGEST)));
      }
      if (!isBlank(line)) {
        return read(line);
      }
      line = lines.next();
    }
    return null;
  }

  private Row read(byte[] line) throws IOException {
    try {
      JsonNode value = Json.ROWS.readTree(line);
      return value instanceof ObjectNode event
          ? new Row.Event(number, event)
          : unreadable("is no JSON object: write one event a line");
    } catch (MismatchedInputException e) {
      return unreadable("names a member twice, or goes on behind the event");
    } catch (JsonProcessingException e) {
      JsonLocation location = e.getLocation();
      return unreadable(
          "is not JSON in UTF-8, at column " + (location == null ? "?" : location.getColumnNr()));
    }
  }

  private Row unreadable(String message) {
    return new Row.Unreadable(number, RowFault.unreadable("the line " + message));
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
