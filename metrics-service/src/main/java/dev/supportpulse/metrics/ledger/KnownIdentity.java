package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.Digest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an identity for good.
 *
 * @param digest of the accepted body; null while only a void of it has come
 * @param day UTC day of event time, which finds the ledger partition; null with {@code digest}
 * @param voided whether it was taken back
 */
public record KnownIdentity(@Nullable Digest digest, @Nullable LocalDate day, boolean voided) {

  KnownIdentity asVoided() {
    return new KnownIdentity(digest, day, true);
  }
}
