package dev.supportpulse.intake.submission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.intake.submission.Outcome.Accepted;
import dev.supportpulse.intake.submission.Outcome.Quarantined;
import dev.supportpulse.intake.submission.Outcome.Rejected;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges each submission by itself: the schemas, the shared language, the rules of time. What the
 * client sent is checked and digested; what goes on from here has no personal data any more.
 */
public final class Triage {

  private static final Set<String> UPSTREAM_TYPES =
      Arrays.stream(EventType.values())
          .filter(EventType::upstream)
          .map(EventType::wireName)
          .collect(Collectors.toCollection(LinkedHashSet::new));

  private final EventReader reader;
  private final Fingerprint fingerprint;
  private final Privacy privacy;
  private final TimeRules rules;

  public Triage(EventReader reader, Fingerprint fingerprint, Privacy privacy, TimeRules rules) {
    this.reader = reader;
    this.fingerprint = fingerprint;
    this.privacy = privacy;
    this.rules = rules;
  }

  /** What becomes of that submission. */
  public Outcome judge(Submission submission, Receipt receipt) {
    Claim claim = Claim.of(submission.event());
    if (claim.isBeyond(receipt.scope())) {
      return rejected(
          submission,
          claim.ofNoProject(),
          new Fault(
              Reason.PROJECT_FORBIDDEN,
              "/project",
              "is none that this key is for: use a key for this project, or name one of the key's projects"));
    }
    Fault unreadable = submission.unreadable();
    if (unreadable != null) {
      return rejected(submission, claim, cleaned(unreadable, claim));
    }
    try {
      requireUpstreamType(submission.event().path("type").textValue());
      reader.check(submission.event());
      return judge(submission, privacy.clean(submission.event()), receipt.receivedAt());
    } catch (Malformed malformed) {
      return rejected(submission, claim, cleaned(Fault.of(malformed), claim));
    }
  }

  /** What is wrong is told in words that may quote what was sent. */
  private Fault cleaned(Fault fault, Claim claim) {
    return fault.cleaned(claim.countedUnder(), privacy);
  }

  /** By its digest the accounting knows it again, if it says who it is. */
  private Rejected rejected(Submission submission, Claim claim, Fault fault) {
    return new Rejected(claim, fault, claim.isNamed() ? fingerprint.of(submission.sent()) : null);
  }

  private Outcome judge(Submission submission, JsonNode clean, Instant receivedAt) {
    Digest digest = fingerprint.of(submission.sent());
    CloudEvent original = stamped(reader.read(clean), receivedAt, digest);
    SupportEvent event = EventCodec.decode(original, receivedAt, digest);
    if (event.occurredAt().isAfter(receivedAt.plus(rules.ahead()))) {
      return new Rejected(
          Claim.of(submission.event()),
          new Fault(
              Reason.TIME_IN_FUTURE,
              "/time",
              "is more than %s ahead of the clock here, which says %s: send the time at which it happened, with its offset from UTC"
                  .formatted(rules.ahead(), receivedAt)),
          digest);
    }
    if (event.occurredAt().isBefore(receivedAt.minus(rules.retention()))) {
      return new Quarantined(
          event,
          event.identity(),
          clean,
          new Fault(
              Reason.TIME_TOO_OLD,
              "/time",
              "is older than the %d days that facts are kept: set aside until a human releases it"
                  .formatted(rules.retention().toDays())));
    }
    return new Accepted(event, event.identity(), original);
  }

  /** What the services publish by themselves is not taken from others. */
  private static void requireUpstreamType(@Nullable String type) {
    if (type != null && !UPSTREAM_TYPES.contains(type)) {
      throw new Malformed("/type", "must be one of " + String.join(", ", UPSTREAM_TYPES));
    }
  }

  /** The event as it is passed on: with what intake knows of it. */
  public static CloudEvent stamped(CloudEvent sent, Instant receivedAt, Digest digest) {
    CloudEventBuilder builder =
        CloudEventBuilder.v1(sent)
            .withExtension(EventCodec.RECEIVED_AT, receivedAt.toString())
            .withExtension(EventCodec.DIGEST, digest.hex());
    if (sent.getDataContentType() == null) {
      builder.withDataContentType("application/json");
    }
    if (sent.getDataSchema() == null) {
      EventType.fromWireName(sent.getType())
          .ifPresent(type -> builder.withDataSchema(type.dataSchema()));
    }
    return builder.build();
  }
}
