package dev.supportpulse.events;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Thrown for an event that breaks the shared language; names the field as a JSON Pointer. */
public final class Malformed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  public Malformed(String field, String message) {
    super(message);
    this.field = field;
  }

  public Malformed(String field, String message, Throwable cause) {
    super(message, cause);
    this.field = field;
  }

  /** JSON Pointer of the field at fault within the structured event, such as {@code /data/text}. */
  public String field() {
    return field;
  }

  static void requireText(@Nullable String value, String field) {
    if (value == null || value.isBlank()) {
      throw new Malformed(field, "is required and must not be blank");
    }
  }

  static void requirePresent(@Nullable Object value, String field) {
    if (value == null) {
      throw new Malformed(field, "is required");
    }
  }

  static void requireCurrency(@Nullable String currency) {
    requireText(currency, "/data/currency");
    try {
      Currency.getInstance(currency);
    } catch (IllegalArgumentException e) {
      throw new Malformed("/data/currency", "is not an ISO 4217 currency code", e);
    }
  }
}
