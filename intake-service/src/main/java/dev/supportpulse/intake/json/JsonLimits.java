package dev.supportpulse.intake.json;

/**
 * How much one request may ask of the reader.
 *
 * @param eventBytes the largest event, in bytes of UTF-8
 * @param events the most events of a batch
 * @param nesting how deep objects and arrays of an event may be nested
 */
public record JsonLimits(int eventBytes, int events, int nesting) {

  public JsonLimits {
    if (eventBytes < 1 || events < 1 || nesting < 1) {
      throw new IllegalArgumentException("every limit is at least 1");
    }
  }
}
