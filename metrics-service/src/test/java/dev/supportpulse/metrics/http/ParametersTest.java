package dev.supportpulse.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.metrics.window.BadQuery;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T10:00:00Z,2026-11-22T10:00:00Z",
    "2026-11-22T10:00:00+08:00,2026-11-22T02:00:00Z",
    "2026-11-22T10:00:00 08:00,2026-11-22T02:00:00Z",
    "2026-11-22,2026-11-21T16:00:00Z",
  })
  void readsTimesAndDatesOfTheZone(String text, String instant) {
    assertThat(Parameters.instant("at", text, SHANGHAI)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "2026-11-22T10:00:00", "2026-13-01", "1732269600"})
  void refusesWhatIsNotATime(String text) {
    assertThatThrownBy(() -> Parameters.instant("at", text, SHANGHAI))
        .isInstanceOfSatisfying(
            BadQuery.class, refused -> assertThat(refused.parameter()).isEqualTo("at"));
  }

  @Test
  void refusesYearsThatNobodyCounts() {
    assertThatThrownBy(() -> Parameters.instant("at", "-1000-01-01T00:00:00Z", SHANGHAI))
        .isInstanceOf(BadQuery.class);
  }
}
