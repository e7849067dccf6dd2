package dev.supportpulse.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterHeadersTest {

  @Test
  void aLetterSaysWhereItWasReadAndWhy() {
    assertThat(DeadLetterHeaders.of("support.events", 3, 17, "MALFORMED", "no /time", 2))
        .containsEntry("dead-letter-topic", "support.events")
        .containsEntry("dead-letter-partition", "3")
        .containsEntry("dead-letter-offset", "17")
        .containsEntry("dead-letter-code", "MALFORMED")
        .containsEntry("dead-letter-reason", "no /time")
        .containsEntry("dead-letter-attempts", "2")
        .hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "0, 0", ", 0", "-1, 0", "many, 0", "99999999999, 0"})
  void whatIsNoNumberOfAttemptsIsNone(String value, int attempts) {
    assertThat(DeadLetterHeaders.attempts(value)).isEqualTo(attempts);
  }
}
