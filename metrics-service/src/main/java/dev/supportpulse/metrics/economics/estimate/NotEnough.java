package dev.supportpulse.metrics.economics.estimate;

/** What was counted can't tell a coefficient; names the field of the request that can. */
public final class NotEnough extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  public NotEnough(String field, String detail) {
    super(detail);
    this.field = field;
  }

  /** A JSON pointer, such as {@code /team/serviceTime}. */
  public String field() {
    return field;
  }
}
