package dev.supportpulse.intake.webhook;

import java.util.Optional;

/** Tells whether a delivery comes from who shares a secret with us, whole and lately. */
@FunctionalInterface
public interface Verifier {

  /**
   * Why the delivery isn't genuine; never says what would have been right.
   *
   * @param header the header at fault
   * @param message what is wrong with it, and the remedy
   */
  record Refusal(String header, String message) {}

  /** Empty if the delivery is genuine. */
  Optional<Refusal> refusal(Delivery delivery);
}
