package dev.supportpulse.metrics.efficiency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.metrics.efficiency.SupportClock.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A target of one hour, with a clock that stands still while the case waits for the customer. */
class SupportClockTest {

  private static final Instant OPENED = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void doneWithinTheTargetIsKept() {
    assertThat(clock(true, 0, 60)).contains(new Standing(true, null));
    assertThat(clock(true, 0, 61)).contains(new Standing(false, null));
  }

  @Test
  void waitingForTheCustomerDoesNotCount() {
    assertThat(clock(true, 0, 30, 500, 530)).contains(new Standing(true, null));
    assertThat(clock(true, 0, 30, 500, 531)).contains(new Standing(false, null));
  }

  @Test
  void whatIsNotDoneIsDueWhenTheTimeIsUsedUp() {
    assertThat(clock(false, 0)).contains(new Standing(false, at(60)));
    assertThat(clock(false, 0, 30, 500)).contains(new Standing(false, at(530)));
    assertThat(clock(false, 0, 90)).contains(new Standing(false, at(60)));
  }

  @Test
  void whileTheCustomerIsAwaitedWithTimeLeftNothingIsDue() {
    assertThat(clock(false, 0, 30)).isEmpty();
    assertThat(clock(false, 0, 60)).isEmpty();
  }

  private static Optional<Standing> clock(boolean done, int... minutes) {
    return new SupportClock(Arrays.stream(minutes).mapToObj(SupportClockTest::at).toList(), done)
        .against(Duration.ofHours(1), BusinessHours.ALWAYS);
  }

  private static Instant at(int minute) {
    return OPENED.plus(Duration.ofMinutes(minute));
  }
}
