package dev.supportpulse.metrics.satisfaction;

import dev.supportpulse.metrics.figure.Fraction;
import dev.supportpulse.metrics.window.Window;
import org.jspecify.annotations.Nullable;

/**
 * The net satisfaction S₀ that a project compares itself with, in [−1, 1].
 *
 * @param period when it was measured; null if it was simply stated
 */
public record Baseline(Fraction netSatisfaction, @Nullable Window period) {

  public Baseline {
    if (netSatisfaction.abs().minus(Fraction.of(1)).numerator().signum() > 0) {
      throw new IllegalArgumentException("net satisfaction must be from -1 to 1");
    }
  }
}
