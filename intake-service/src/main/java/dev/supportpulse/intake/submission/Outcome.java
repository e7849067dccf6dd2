package dev.supportpulse.intake.submission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.SupportEvent;
import io.cloudevents.CloudEvent;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one submitted event. Every received event has exactly one outcome. Whether one is
 * new, a duplicate or a conflict is decided by the ledger, which reads the log; {@link Duplicate}
 * and {@link Conflicting} are what is known of that here.
 */
public sealed interface Outcome {

  /** The event's id, null if it has no valid one. */
  @Nullable String id();

  /** The event's identity, null if it has no valid one. */
  @Nullable Identity identity();

  /** Answers by case; a new kind of outcome doesn't compile until every caller says what it is. */
  default <T> T match(
      Function<Accepted, T> accepted,
      Function<Duplicate, T> duplicate,
      Function<Conflicting, T> conflicting,
      Function<Quarantined, T> quarantined,
      Function<Rejected, T> rejected) {
    return match(new Cases<>(accepted, duplicate, conflicting, quarantined, rejected));
  }

  /** Answers by its own case. */
  <T> T match(Cases<T> cases);

  /** What to answer in each case. */
  record Cases<T>(
      Function<Accepted, T> accepted,
      Function<Duplicate, T> duplicate,
      Function<Conflicting, T> conflicting,
      Function<Quarantined, T> quarantined,
      Function<Rejected, T> rejected) {}

  /** It keeps to the shared language, so it says who it is. */
  sealed interface OfEvent extends Outcome {

    /** The event as this version reads it. */
    SupportEvent event();

    @Override
    default String id() {
      return event().id();
    }

    /** The event's identity: kept, since finding it takes a cryptographic hash. */
    @Override
    Identity identity();
  }

  /**
   * It is an event of the shared language.
   *
   * @param original the event with everything that the client sent but personal data
   */
  record Accepted(SupportEvent event, Identity identity, CloudEvent original) implements OfEvent {

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.accepted().apply(this);
    }
  }

  /** The same event was published before, and is once more: the ledger counts it as a duplicate. */
  record Duplicate(SupportEvent event, Identity identity, CloudEvent original) implements OfEvent {

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.duplicate().apply(this);
    }
  }

  /**
   * Another event of the same identity was published before. This one is published, too: the ledger
   * counts it as rejected and keeps it.
   */
  record Conflicting(SupportEvent event, Identity identity, CloudEvent original, Fault fault)
      implements OfEvent {

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.conflicting().apply(this);
    }
  }

  /**
   * It is valid, but a human must release it.
   *
   * @param original the event in structured form, without personal data, to be released
   */
  record Quarantined(SupportEvent event, Identity identity, JsonNode original, Fault fault)
      implements OfEvent {

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.quarantined().apply(this);
    }
  }

  /**
   * It is refused for good: sending it again unchanged doesn't help.
   *
   * @param digest of what was sent, as far as it could be read; null if it doesn't say who it is
   */
  record Rejected(Claim claim, Fault fault, @Nullable Digest digest) implements Outcome {

    @Override
    public @Nullable String id() {
      return claim.id();
    }

    @Override
    public @Nullable Identity identity() {
      return claim.identity();
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.rejected().apply(this);
    }
  }
}
