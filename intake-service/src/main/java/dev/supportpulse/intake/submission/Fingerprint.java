package dev.supportpulse.intake.submission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.Digest;

/** Tells a retry of an event from another body under the same identity. */
public interface Fingerprint {

  /** The digest of an event as its client sent it; the same for every format (design §1). */
  Digest of(JsonNode sent);
}
