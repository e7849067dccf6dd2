package dev.supportpulse.metrics.query;

/**
 * What the parameters are called that the span of a question came from, so that whoever asked is
 * told which one to change.
 *
 * @param ends says where it begins or ends
 * @param length says how long it is
 */
public record SpanParameters(String ends, String length) {

  /** One parameter says both. */
  public static SpanParameters of(String parameter) {
    return new SpanParameters(parameter, parameter);
  }
}
