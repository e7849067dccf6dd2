package dev.supportpulse.metrics.economics.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A limit beside what a choice comes to.
 *
 * @param team whose response it is; null for the limits of the whole
 * @param limit in the unit of the kind
 * @param value in the same unit; empty for a wait without end
 */
public record Constraint(Kind kind, @Nullable String team, double limit, OptionalDouble value) {

  /** What is equal up to the solver's rounding, relative to the limit. */
  private static final double TOLERANCE = 1e-6;

  /** Waits are steep in the load: rounding of the load shows a hundredfold. */
  private static final double TOLERANCE_OF_WAIT = 1e-4;

  /** Which limit. */
  public enum Kind {
    /** Cost, in currency: at most. */
    BUDGET,
    /** Mean wait for staff, in hours: at most. */
    FIRST_RESPONSE,
    /** Mean quality: at least. */
    QUALITY
  }

  /** Every limit of the model beside that outcome. */
  public static List<Constraint> of(SupportModel model, Outcome outcome) {
    Limits limits = model.limits();
    List<Constraint> constraints = new ArrayList<>();
    if (limits.budget() != null) {
      constraints.add(
          new Constraint(
              Kind.BUDGET, null, limits.budget(), OptionalDouble.of(outcome.cost().total())));
    }
    if (limits.firstResponse() != null) {
      for (Outcome.Manning manning : outcome.teams()) {
        constraints.add(
            new Constraint(
                Kind.FIRST_RESPONSE,
                manning.team().name(),
                limits.firstResponse(),
                manning.meanWait()));
      }
    }
    if (limits.quality() != null) {
      constraints.add(
          new Constraint(
              Kind.QUALITY, null, limits.quality(), OptionalDouble.of(outcome.quality())));
    }
    return constraints;
  }

  /** How far the value is on the right side of the limit; negative if it isn't. */
  public double slack() {
    double distance = limit - value.orElse(Double.POSITIVE_INFINITY);
    return kind == Kind.QUALITY ? -distance : distance;
  }

  /** Whether the limit is kept, up to rounding. */
  public boolean kept() {
    return slack() >= -tolerance();
  }

  /** Whether the limit is reached, up to rounding. */
  public boolean binding() {
    return Math.abs(slack()) <= tolerance();
  }

  private double tolerance() {
    return limit * (kind == Kind.FIRST_RESPONSE ? TOLERANCE_OF_WAIT : TOLERANCE);
  }
}
