package dev.supportpulse.metrics.economics.plan;

import java.util.function.Supplier;

/** A model that says something impossible; names the field and what it must be. */
public final class BadModel extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;

  public BadModel(String field, String must) {
    super("must be: " + must);
    this.field = field;
  }

  private BadModel(String path, BadModel cause) {
    super(cause.getMessage(), cause);
    this.field = path + "/" + cause.field;
  }

  /** What is made; what is wrong with it is named by its path, such as {@code limits/quality}. */
  public static <T> T under(String path, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (BadModel e) {
      throw new BadModel(path, e);
    }
  }

  /** Name of the field, such as {@code hourlyCost}, or its path. */
  public String field() {
    return field;
  }

  public static void check(boolean holds, String field, String must) {
    if (!holds) {
      throw new BadModel(field, must);
    }
  }

  static void finite(String field, double value) {
    check(Double.isFinite(value), field, "a finite number");
  }

  public static void atLeast(String field, double value, double least) {
    check(Double.isFinite(value) && value >= least, field, "at least " + least);
  }

  public static void within(String field, double value, double least, double most) {
    check(value >= least && value <= most, field, "from %s to %s".formatted(least, most));
  }
}
