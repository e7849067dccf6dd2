package dev.supportpulse.metrics.window;

/** A question that can't be answered; names the parameter at fault and the remedy. */
public final class BadQuery extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String parameter;

  public BadQuery(String parameter, String detail) {
    super(detail);
    this.parameter = parameter;
  }

  /** Name of the query parameter, such as {@code window}. */
  public String parameter() {
    return parameter;
  }
}
