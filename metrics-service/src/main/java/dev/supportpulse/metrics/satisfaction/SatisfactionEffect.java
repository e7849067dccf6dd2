package dev.supportpulse.metrics.satisfaction;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Fraction;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import org.jspecify.annotations.Nullable;

/**
 * E = (S − S₀) / |S₀|. Equals the source's (S − S₀) / S₀ for S₀ &gt; 0 and keeps "better is
 * positive" for S₀ &lt; 0 (requirements §2, source 000 §4).
 */
public final class SatisfactionEffect {

  private SatisfactionEffect() {}

  /** Numerator S − S₀, denominator |S₀|; absent without a baseline, or if it is zero. */
  public static Figure of(Tally tally, @Nullable Baseline baseline) {
    if (baseline == null) {
      return Figure.absent(Reason.NO_BASELINE);
    }
    Fraction reference = baseline.netSatisfaction();
    if (reference.isZero()) {
      return Figure.absent(Reason.ZERO_BASELINE);
    }
    Amount sentiment = tally.total(Measure.SENTIMENT);
    if (sentiment.n() == 0) {
      return Figure.absent(Reason.NO_DATA);
    }
    Fraction change =
        Fraction.of(sentiment.sum()).over(Fraction.of(sentiment.n())).minus(reference);
    return new Figure.Ratio(
        change.over(reference.abs()),
        sentiment.n(),
        change.toDecimal(),
        reference.abs().toDecimal());
  }
}
