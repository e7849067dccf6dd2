package dev.supportpulse.metrics.figure;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a figure stands to the same figure of another time.
 *
 * @param then the other value; null if there is none
 * @param delta now − then, in the same unit; null if either is missing
 * @param ratio now / then; null if either is missing or then is zero
 * @param reason why something is null
 */
public record Change(
    @Nullable Quantity then,
    @Nullable Fraction delta,
    @Nullable Fraction ratio,
    @Nullable Reason reason) {

  /** There is nothing to compare with. */
  public static Change none(Reason reason) {
    return new Change(null, null, null, reason);
  }

  /**
   * The change from one figure to another.
   *
   * @param factor what the other figure is multiplied by, because it stands for another length
   */
  public static Change between(Figure then, Fraction factor, Figure now) {
    Optional<Quantity> before =
        Quantity.of(then).map(q -> new Quantity(q.value().times(factor), q.currency()));
    if (before.isEmpty()) {
      return none(reason(then));
    }
    return Quantity.of(now)
        .map(after -> between(before.get(), after))
        .orElseGet(() -> new Change(before.get(), null, null, reason(now)));
  }

  private static Change between(Quantity then, Quantity now) {
    if (!Objects.equals(then.currency(), now.currency())) {
      return new Change(then, null, null, Reason.SEVERAL_CURRENCIES);
    }
    Fraction delta = now.value().minus(then.value());
    return then.value().isZero()
        ? new Change(then, delta, null, Reason.ZERO_BASELINE)
        : new Change(then, delta, now.value().over(then.value()), null);
  }

  private static Reason reason(Figure figure) {
    return figure instanceof Figure.Absent absent ? absent.reason() : Reason.SEVERAL_CURRENCIES;
  }
}
