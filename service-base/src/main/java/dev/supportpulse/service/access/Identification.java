package dev.supportpulse.service.access;

import org.jspecify.annotations.Nullable;

/** What a request says about who sends it. */
public sealed interface Identification {

  /** Somebody whom the service knows. */
  record Known(Caller caller) implements Identification {}

  /**
   * Nobody whom the service knows.
   *
   * @param keyId the id of the key that was presented, if it has the form of one
   */
  record Refused(Refusal reason, @Nullable String keyId) implements Identification {}
}
