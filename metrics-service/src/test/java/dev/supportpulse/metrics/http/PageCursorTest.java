package dev.supportpulse.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.metrics.query.DrillDown.Place;
import dev.supportpulse.metrics.window.BadQuery;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCursorTest {

  @Test
  void comesBackAsItWent() {
    Place place = new Place(Instant.parse("2026-11-22T10:00:00.123Z"), "CASE", "issue 12 / 数据库");
    assertThat(PageCursor.read(PageCursor.write(place))).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "bm93", "bm93IEVWRU5UIGE", "MjAyNi0xMS0yMlQxMDowMDowMFogQ0FTRQ"})
  void whatNoPageSaidIsRefused(String cursor) {
    assertThatThrownBy(() -> PageCursor.read(cursor))
        .isInstanceOf(BadQuery.class)
        .extracting(failure -> ((BadQuery) failure).parameter())
        .isEqualTo("after");
  }
}
