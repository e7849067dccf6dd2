package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.query.DrillDown.Place;
import dev.supportpulse.metrics.window.BadQuery;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page ended, as clients hand it back in {@code after}; they needn't understand it. */
final class PageCursor {

  private static final int PARTS = 3;

  private PageCursor() {}

  static String write(Place place) {
    String text = String.join(" ", place.at().toString(), place.kind(), place.key());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The place that a cursor stands for.
   *
   * @throws BadQuery naming {@code after}
   */
  static Place read(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] parts = text.split(" ", PARTS);
      if (parts.length == PARTS && text.indexOf('\0') < 0) {
        return new Place(Instant.parse(parts[0]), parts[1], parts[2]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // What no page said is refused below, whatever is wrong with it.
    }
    throw new BadQuery("after", "is not the 'next' of a page of this route");
  }
}
