package dev.supportpulse.metrics.kafka;

import dev.supportpulse.events.DeadLetterHeaders;
import dev.supportpulse.metrics.ledger.Arrival;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a record say of its having been put in again.
 *
 * @param attempts how often it was tried in vain; 0 for a record that comes for the first time
 * @param service the one service that it is for; null if it is for all
 * @param quarantined under which time of receipt it is counted as quarantined; null if it isn't
 */
record Redriven(int attempts, @Nullable String service, @Nullable Instant quarantined) {

  /** What this service is called in the names of topics and in headers. */
  static final String SERVICE = "metrics";

  /**
   * Reads the headers.
   *
   * @throws DateTimeException if the time of receipt is none
   */
  static Redriven of(Headers headers) {
    String quarantined = text(headers, DeadLetterHeaders.QUARANTINED);
    return new Redriven(
        attempts(headers),
        text(headers, DeadLetterHeaders.FOR),
        quarantined == null ? null : Instant.parse(quarantined));
  }

  /** How often the record was tried in vain; 0 if it comes for the first time. */
  static int attempts(Headers headers) {
    return DeadLetterHeaders.attempts(text(headers, DeadLetterHeaders.ATTEMPTS));
  }

  boolean isForAnother() {
    return service != null && !service.equals(SERVICE);
  }

  Arrival arrival() {
    return attempts == 0
        ? Arrival.RECEIVED
        : quarantined == null ? Arrival.REDRIVEN : Arrival.RELEASED;
  }

  private static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
