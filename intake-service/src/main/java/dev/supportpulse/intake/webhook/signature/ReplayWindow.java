package dev.supportpulse.intake.webhook.signature;

import dev.supportpulse.intake.webhook.Delivery;
import dev.supportpulse.intake.webhook.Verifier.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the time that a delivery was signed at may be from our clock, either way. Who records a
 * delivery can't send it again later.
 *
 * @param header holds the time, in seconds since 1970
 */
record ReplayWindow(String header, Duration tolerance) {

  Optional<Refusal> refusal(Delivery delivery) {
    Optional<Instant> signedAt = delivery.header(header).flatMap(ReplayWindow::seconds);
    if (signedAt.isEmpty()) {
      return Optional.of(new Refusal(header, "must be the seconds since 1970 at sending"));
    }
    Duration distance = Duration.between(signedAt.get(), delivery.receivedAt()).abs();
    return distance.compareTo(tolerance) <= 0
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                header,
                "is more than %s from the clock here, which says %s: send at once, by a right clock"
                    .formatted(tolerance, delivery.receivedAt())));
  }

  private static Optional<Instant> seconds(String text) {
    try {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
