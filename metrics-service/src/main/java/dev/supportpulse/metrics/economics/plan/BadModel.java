package dev.supportpulse.metrics.economics.plan;

/** A model that says something impossible; names the field and what it must be. */
public final class BadModel extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;

  public BadModel(String field, String must) {
    super("must be: " + must);
    this.field = field;
  }

  /** Name of the field, such as {@code hourlyCost}. */
  public String field() {
    return field;
  }

  static void check(boolean holds, String field, String must) {
    if (!holds) {
      throw new BadModel(field, must);
    }
  }

  static void finite(String field, double value) {
    check(Double.isFinite(value), field, "a finite number");
  }

  static void atLeast(String field, double value, double least) {
    check(Double.isFinite(value) && value >= least, field, "at least " + least);
  }

  static void within(String field, double value, double least, double most) {
    check(value >= least && value <= most, field, "from %s to %s".formatted(least, most));
  }
}
