package dev.supportpulse.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaTest {

  @ParameterizedTest
  @CsvSource({
    "100/s, 100, PT1S, 100",
    "6000/min, 6000, PT1M, 6000",
    "100000/h burst 500, 100000, PT1H, 500",
    "' 1/D BURST 3 ', 1, P1D, 3"
  })
  void isReadAsItIsWritten(String text, long amount, Duration period, long burst) {
    assertThat(Quota.parse(text)).isEqualTo(new Quota(amount, period, burst));
  }

  @ParameterizedTest
  @ValueSource(strings = {"100/s", "6000/min", "100000/h burst 500", "7/d"})
  void isWrittenAsItIsRead(String text) {
    assertThat(Quota.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "100", "/s", "-1/s", "1.5/s", "100/month", "9999999999999/s"})
  void whatIsNoneIsRefusedWithExamples(String text) {
    assertThatThrownBy(() -> Quota.parse(text)).hasMessageContaining("100/s");
  }

  @Test
  void nothingIsNoQuota() {
    assertThatThrownBy(() -> Quota.parse("0/s")).hasMessageContaining("positive");
    assertThatThrownBy(() -> Quota.parse("1/s burst 0")).hasMessageContaining("positive");
  }
}
