package dev.supportpulse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));
  private static final double NEARLY_ONE = 0.999_999;

  @Test
  void the_random_part_doubles_up_to_its_limit() {
    assertThat(longest(1)).isEqualTo(Duration.ofMillis(199));
    assertThat(longest(2)).isEqualTo(Duration.ofMillis(399));
    assertThat(longest(7)).isEqualTo(Duration.ofMillis(9_999));
    assertThat(longest(1_000_000)).isEqualTo(Duration.ofMillis(9_999));
    assertThat(BACKOFF.pause(5, Duration.ZERO, 0)).isZero();
  }

  @Test
  void what_the_server_asks_for_is_the_least() {
    Duration asked = Duration.ofSeconds(30);
    assertThat(BACKOFF.pause(1, asked, 0)).isEqualTo(asked);
    assertThat(BACKOFF.pause(1, asked, NEARLY_ONE)).isEqualTo(asked.plusMillis(199));
  }

  private static Duration longest(int failures) {
    return BACKOFF.pause(failures, Duration.ZERO, NEARLY_ONE);
  }
}
