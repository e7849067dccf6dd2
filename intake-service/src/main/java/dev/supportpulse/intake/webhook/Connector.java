package dev.supportpulse.intake.webhook;

import dev.supportpulse.intake.submission.Submission;
import java.time.Duration;
import java.util.List;

/**
 * One kind of upstream system: how it signs and what its deliveries mean. Connectors keep no state,
 * so what a delivery means never depends on what came before.
 */
public interface Connector {

  /**
   * Checks deliveries of a hook with those secrets; one that matches is enough, so that secrets can
   * be rotated.
   *
   * @param replayWindow how far a signed time may be from the clock; unused if none is signed
   * @throws IllegalArgumentException if a secret is unusable; the message doesn't show it
   */
  Verifier verifier(List<String> secrets, Duration replayWindow);

  /**
   * The events that a genuine delivery tells, none if it means nothing here. Identity and content
   * follow from the payload alone, so that a redelivery is recognised as a duplicate.
   *
   * @throws dev.supportpulse.events.Malformed if a field is missing that the upstream always sends
   */
  List<Submission> translate(Delivery delivery, Payload payload, Origin origin);
}
