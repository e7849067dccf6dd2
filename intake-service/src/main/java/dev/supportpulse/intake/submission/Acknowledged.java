package dev.supportpulse.intake.submission;

import dev.supportpulse.events.Digest;
import dev.supportpulse.events.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the events that the log acknowledged: the digest of each identity, as far back
 * as it is remembered. It may forget, and it knows only what passed here: it serves to tell clients
 * early; the ledger decides.
 */
public interface Acknowledged {

  /** The digest of the first event of that identity; null if none is known. */
  @Nullable Digest digestOf(Identity identity);

  /** Remembers an event that is durable; the first one of an identity stays. */
  void remember(Identity identity, Digest digest);
}
