package dev.supportpulse.intake.redrive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.Digest;
import java.time.Instant;

/** How a letter could get another chance. */
public sealed interface Way {

  /**
   * The record is put in again where it was read, for the service that failed at it.
   *
   * @param service what that service is called in headers, such as {@code metrics}
   */
  record Again(String topic, String service) implements Way {}

  /**
   * The quarantined event is released to all who read events.
   *
   * @param original the event in structured form, as it is kept
   * @param digest of what the client sent
   * @param receivedAt when it came: it is accounted for under that hour
   */
  record Release(JsonNode original, Digest digest, Instant receivedAt) implements Way {}

  /**
   * There is none.
   *
   * @param why what is missing, and the remedy
   */
  record None(String why) implements Way {}
}
