package dev.supportpulse.metrics.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

  @Test
  void endsAtTheNextWholeMinute() {
    Window window = Window.endingAt(Instant.parse("2026-11-22T10:00:00.001Z"), Duration.ofHours(1));
    assertThat(window.to()).isEqualTo("2026-11-22T10:01:00Z");
    assertThat(window.from()).isEqualTo("2026-11-22T09:01:00Z");
  }

  @Test
  void staysWhereItIsAtAWholeMinute() {
    Window window = Window.endingAt(Instant.parse("2026-11-22T10:00:00Z"), Duration.ofMinutes(7));
    assertThat(window.to()).isEqualTo("2026-11-22T10:00:00Z");
  }

  @Test
  void isHalfOpen() {
    Window window = Window.endingAt(Instant.parse("2026-11-22T10:00:00Z"), Duration.ofHours(1));
    assertThat(window.contains(window.from())).isTrue();
    assertThat(window.contains(window.to())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"PT1M,1", "PT1H,60", "PT24H,1440", "P7D,10080", "P2W,20160", "P1DT30M,1470"})
  void readsWholeMinutes(String text, long minutes) {
    assertThat(WindowLength.parse(text)).isEqualTo(Duration.ofMinutes(minutes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "24h", "P1M", "PT30S", "PT1M0.5S", "PT0S", "-PT1H", "P99999D", "P9999999999D"})
  void refusesWhatIsNotALengthNamingTheParameter(String text) {
    assertThatThrownBy(() -> WindowLength.parse(text))
        .isInstanceOfSatisfying(
            BadQuery.class, refused -> assertThat(refused.parameter()).isEqualTo("window"))
        .hasMessageContaining("P30D");
  }
}
