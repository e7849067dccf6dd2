package dev.supportpulse.classifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.ClassifierTier;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CapacityTest {

  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
  private final Capacity capacity = capacity(ClassifierTier.ACCURATE, Duration.ofMillis(500));

  @Test
  void readsAtOnceWhatFitsAndOnlyThat() {
    measured(Duration.ofMillis(20));
    assertThat(capacity.tierFor(24)).isEqualTo(ClassifierTier.ACCURATE);
    assertThat(capacity.tierFor(27)).isEqualTo(ClassifierTier.FAST);
    measured(Duration.ofMillis(50));
    assertThat(capacity.tierFor(11)).isEqualTo(ClassifierTier.FAST);
  }

  @Test
  void aSingleRecordFitsHoweverSlowTheMachine() {
    measured(Duration.ofSeconds(5));
    assertThat(capacity.tierFor(1)).isEqualTo(ClassifierTier.ACCURATE);
    assertThat(capacity.tierFor(2)).isEqualTo(ClassifierTier.FAST);
  }

  @Test
  void noTimeIsNoTime() {
    assertThat(capacity(ClassifierTier.ACCURATE, Duration.ZERO).tierFor(1))
        .isEqualTo(ClassifierTier.FAST);
  }

  @Test
  void refinementsWaitUntilTheRushIsOver() {
    assertThat(capacity.pause(Duration.ZERO)).isZero();
    capacity.tierFor(2_000);
    assertThat(capacity.pause(Duration.ZERO)).isEqualTo(QUIET);
    nanos.addAndGet(Duration.ofMillis(400).toNanos());
    assertThat(capacity.pause(Duration.ZERO)).isEqualTo(Duration.ofMillis(600));
    nanos.addAndGet(Duration.ofMillis(600).toNanos());
    assertThat(capacity.pause(Duration.ZERO)).isZero();
  }

  @Test
  void butNotForEver() {
    capacity.tierFor(2_000);
    assertThat(capacity.pause(LONGEST.minusMillis(10))).isEqualTo(Duration.ofMillis(10));
    assertThat(capacity.pause(LONGEST.plusSeconds(1))).isZero();
  }

  @Test
  void withoutAccurateTierNothingIsReadAgain() {
    Capacity fastOnly = capacity(ClassifierTier.FAST, Duration.ofMillis(500));
    assertThat(fastOnly.tierFor(1)).isEqualTo(ClassifierTier.FAST);
    assertThat(fastOnly.isBelowBest(ClassifierTier.FAST)).isFalse();
    assertThat(capacity.isBelowBest(ClassifierTier.FAST)).isTrue();
    assertThat(capacity.isBelowBest(ClassifierTier.ACCURATE)).isFalse();
  }

  /** Often enough for the moving average to forget what was before. */
  private void measured(Duration perRecord) {
    for (int i = 0; i < 200; i++) {
      capacity.took(10, perRecord.multipliedBy(10).toNanos());
    }
  }

  private Capacity capacity(ClassifierTier best, Duration atOnceWithin) {
    return new Capacity(best, atOnceWithin, QUIET, LONGEST, nanos::get);
  }
}
