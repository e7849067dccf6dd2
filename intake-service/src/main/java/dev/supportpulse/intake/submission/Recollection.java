package dev.supportpulse.intake.submission;

import dev.supportpulse.events.Digest;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.intake.submission.Outcome.Accepted;
import dev.supportpulse.intake.submission.Outcome.Conflicting;
import dev.supportpulse.intake.submission.Outcome.Duplicate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares the accepted events of one request with those before them, of other requests and of this
 * one, and remembers the new ones once they are durable.
 */
final class Recollection {

  private static final Fault CONFLICT =
      new Fault(
          Reason.CONFLICT,
          "/id",
          "was used for another event of this project and source: send a new event with a new id;"
              + " the first one counts, this one is kept");

  private final Acknowledged acknowledged;
  private final Map<Identity, Digest> firsts = new HashMap<>();

  Recollection(Acknowledged acknowledged) {
    this.acknowledged = acknowledged;
  }

  /** The outcome, with what is known of earlier events. */
  Outcome compare(Outcome outcome) {
    return outcome instanceof Accepted accepted ? compare(accepted) : outcome;
  }

  private Outcome compare(Accepted accepted) {
    SupportEvent event = accepted.event();
    Digest digest = event.digest();
    if (digest == null) {
      return accepted;
    }
    Digest first = firstOf(accepted.identity(), digest);
    if (first == null) {
      return accepted;
    }
    return first.equals(digest)
        ? new Duplicate(event, accepted.identity(), accepted.original())
        : new Conflicting(event, accepted.identity(), accepted.original(), CONFLICT);
  }

  /** Null if this one is the first. */
  private @Nullable Digest firstOf(Identity identity, Digest digest) {
    Digest known = acknowledged.digestOf(identity);
    return known == null ? firsts.putIfAbsent(identity, digest) : known;
  }

  /** What was new is durable now. */
  void remember() {
    firsts.forEach(acknowledged::remember);
  }
}
