package dev.supportpulse.classifier.observation;

import dev.supportpulse.classifier.statistics.RateRatio;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Compares a window with the span before it.
 *
 * @param from where the window begins
 * @param to where it ends
 * @param before where the span before begins; it ends at {@code from}
 * @param confidence of judgements, one-sided, in (0, 1)
 */
public record Trend(Instant from, Instant to, Instant before, double confidence) {

  /**
   * Compares a window with others before it.
   *
   * @param windows how many times as long as the window the span before it is
   * @param earliest since when anything is observed: before that nothing could come
   */
  public static Trend of(
      Instant from, Instant to, int windows, Instant earliest, double confidence) {
    Instant before = from.minus(Duration.between(from, to).multipliedBy(windows));
    Instant since = before.isBefore(earliest) ? earliest : before;
    return new Trend(from, to, since.isBefore(from) ? since : from, confidence);
  }

  /** Whether the span before is at least as long as the window: else nothing can be said. */
  public boolean canJudge() {
    return spans() >= 1;
  }

  /**
   * The ratio of the rates of something; empty if nothing can be said.
   *
   * @param recent how often it was in the window
   * @param earlier how often it was in the span before
   */
  public Optional<RateRatio> ratio(long recent, long earlier) {
    return canJudge()
        ? Optional.of(RateRatio.of(recent, earlier, spans(), confidence))
        : Optional.empty();
  }

  private double spans() {
    return (double) Duration.between(before, from).toMillis()
        / Duration.between(from, to).toMillis();
  }
}
