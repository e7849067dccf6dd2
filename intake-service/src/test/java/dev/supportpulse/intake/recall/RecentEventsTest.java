package dev.supportpulse.intake.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.events.Digest;
import dev.supportpulse.events.Identity;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

  private static final int MOST = 8_000;
  private static final Digest OTHER = new Digest("11".repeat(32));

  private final RecentEvents recent = new RecentEvents(MOST);

  @Test
  void the_latest_are_known_with_their_digests_and_no_more_than_most() {
    IntStream.range(0, 10 * MOST).forEach(i -> recent.remember(event(i), digest(i)));

    long known =
        IntStream.range(0, 10 * MOST)
            .filter(i -> digest(i).equals(recent.digestOf(event(i))))
            .count();
    long lastQuarter =
        IntStream.range(10 * MOST - MOST / 4, 10 * MOST)
            .filter(i -> recent.digestOf(event(i)) != null)
            .count();

    assertThat(known).isBetween(MOST - 10L, (long) MOST);
    assertThat(lastQuarter).isGreaterThan(MOST / 4 * 99 / 100);
  }

  @Test
  void the_first_digest_stays() {
    recent.remember(event(0), digest(0));
    recent.remember(event(0), OTHER);

    assertThat(recent.digestOf(event(0))).isEqualTo(digest(0));
    assertThat(recent.digestOf(event(1))).isNull();
  }

  @Test
  void none_can_be_remembered_but_not_less() {
    RecentEvents none = new RecentEvents(0);
    none.remember(event(0), OTHER);

    assertThat(none.digestOf(event(0))).isNull();
    assertThatThrownBy(() -> new RecentEvents(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RecentEvents(Long.MAX_VALUE / 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Digest digest(int number) {
    return new Digest("%064x".formatted(number + 1));
  }

  private static Identity event(int number) {
    return Identity.of("demo", "/forum", "event-" + number);
  }
}
