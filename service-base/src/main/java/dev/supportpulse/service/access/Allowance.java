package dev.supportpulse.service.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** What is left of a caller's quota, in this instance of the service. */
public final class Allowance {

  private final Quota quota;
  private final Bucket bucket;

  Allowance(Quota quota, TimeMeter clock) {
    this.quota = quota;
    bucket =
        Bucket.builder()
            .withCustomTimePrecision(clock)
            .addLimit(
                Bandwidth.builder()
                    .capacity(quota.burst())
                    .refillGreedy(quota.amount(), quota.period())
                    .build())
            .build();
  }

  /** What became of an attempt to take tokens. */
  public sealed interface Taking {}

  /** They are taken. */
  public record Taken() implements Taking {}

  /** None is taken; after that time there will be enough, if nobody else takes them. */
  public record Wait(Duration atLeast) implements Taking {}

  /** None is taken, and there will never be so many at once; {@code most} is the most. */
  public record TooMany(long most) implements Taking {}

  /** Takes that many tokens, or none. */
  public Taking take(long tokens) {
    if (tokens <= 0) {
      return new Taken();
    }
    if (tokens > quota.burst()) {
      return new TooMany(quota.burst());
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(tokens);
    return probe.isConsumed()
        ? new Taken()
        : new Wait(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** The quota that it is the rest of. */
  public Quota quota() {
    return quota;
  }

  /** How many tokens are left. */
  public long left() {
    return Math.max(0, bucket.getAvailableTokens());
  }

  /** How long it takes until all tokens are there, if none is taken meanwhile. */
  public Duration untilFull() {
    return quota.timeFor(quota.burst() - left());
  }
}
