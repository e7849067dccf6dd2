package dev.supportpulse.intake.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One request of an upstream system, before anyone knows whether it is genuine. */
public final class Delivery {

  private final Map<String, String> headers;
  private final byte[] body;
  private final Instant receivedAt;

  /**
   * A delivery.
   *
   * @param headers by name, whatever its case
   * @param body the bytes that were signed; not copied
   */
  public Delivery(Map<String, String> headers, byte[] body, Instant receivedAt) {
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.headers.putAll(headers);
    this.body = body;
    this.receivedAt = receivedAt;
  }

  /** The value of that header, if there is one that isn't blank. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** The bytes of the body; not a copy. */
  public byte[] body() {
    return body;
  }

  /** When it arrived here. */
  public Instant receivedAt() {
    return receivedAt;
  }
}
