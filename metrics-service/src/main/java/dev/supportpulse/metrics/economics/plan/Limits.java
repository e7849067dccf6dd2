package dev.supportpulse.metrics.economics.plan;

import org.jspecify.annotations.Nullable;

/**
 * What a plan must keep; null is no limit.
 *
 * @param budget most cost in the period, in currency; greater than 0
 * @param firstResponse longest mean wait for a member of staff, in hours; greater than 0
 * @param quality least mean quality, in (0, 1]
 */
public record Limits(
    @Nullable Double budget, @Nullable Double firstResponse, @Nullable Double quality) {

  public static final Limits NONE = new Limits(null, null, null);

  public Limits {
    BadModel.check(budget == null || positive(budget), "budget", "greater than 0");
    BadModel.check(
        firstResponse == null || positive(firstResponse), "firstResponse", "greater than 0");
    BadModel.check(
        quality == null || (quality > 0 && quality <= 1), "quality", "greater than 0, at most 1");
  }

  Limits withBudget(double amount) {
    return new Limits(amount, firstResponse, quality);
  }

  Limits withFirstResponse(double hours) {
    return new Limits(budget, hours, quality);
  }

  Limits withQuality(double share) {
    return new Limits(budget, firstResponse, share);
  }

  private static boolean positive(double value) {
    return value > 0 && Double.isFinite(value);
  }
}
