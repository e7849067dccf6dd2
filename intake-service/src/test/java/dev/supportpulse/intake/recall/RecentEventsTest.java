package dev.supportpulse.intake.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.events.Digest;
import dev.supportpulse.events.Identity;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

  private static final Digest ONE = Digest.ofBytes(new byte[32]);
  private static final Digest OTHER = new Digest("11".repeat(32));

  private final RecentEvents recent = new RecentEvents(10);

  @Test
  void the_last_half_is_known_and_no_more_than_all() {
    for (int i = 0; i < 1000; i++) {
      recent.remember(event(i), ONE);
      int last = i;
      assertThat(IntStream.rangeClosed(Math.max(0, last - 4), last))
          .allMatch(earlier -> recent.digestOf(event(earlier)) != null);
      assertThat(IntStream.rangeClosed(0, last).filter(n -> recent.digestOf(event(n)) != null))
          .hasSizeLessThanOrEqualTo(10);
    }
  }

  @Test
  void the_first_digest_stays_also_across_generations() {
    recent.remember(event(0), ONE);
    recent.remember(event(0), OTHER);
    assertThat(recent.digestOf(event(0))).isEqualTo(ONE);

    IntStream.range(1, 6).forEach(i -> recent.remember(event(i), ONE));
    recent.remember(event(0), OTHER);

    assertThat(recent.digestOf(event(0))).isEqualTo(ONE);
  }

  @Test
  void what_comes_again_is_remembered_for_longer() {
    for (int i = 1; i < 1000; i++) {
      recent.remember(event(0), ONE);
      recent.remember(event(i), ONE);
    }
    assertThat(recent.digestOf(event(0))).isEqualTo(ONE);
  }

  @Test
  void none_can_be_remembered_but_not_less() {
    RecentEvents none = new RecentEvents(0);
    none.remember(event(0), ONE);
    assertThat(none.digestOf(event(0))).isNull();
    assertThatThrownBy(() -> new RecentEvents(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Identity event(int number) {
    return Identity.of("demo", "/forum", "event-" + number);
  }
}
