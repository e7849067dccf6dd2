package dev.supportpulse.intake.submission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventRejected;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.RejectionOutcome;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import io.cloudevents.CloudEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is appended to a topic of the log, and under which key.
 *
 * @param traceparent the trace that it belongs to; null for none
 */
public record LogEntry(String topic, Identity key, CloudEvent event, @Nullable String traceparent) {

  /** The source of a rejection whose event doesn't say who it is. */
  public static final String OWN_SOURCE = "/intake";

  /**
   * How an outcome is told to those who read the log.
   *
   * @param index position of the event in its request
   */
  static LogEntry of(Outcome outcome, Receipt receipt, int index) {
    return outcome.match(
        accepted -> event(accepted, accepted.original(), receipt),
        duplicate -> event(duplicate, duplicate.original(), receipt),
        conflict -> event(conflict, conflict.original(), receipt),
        quarantined -> {
          SupportEvent event = quarantined.event();
          Claim claim = new Claim(event.project(), event.source(), event.id());
          return refusal(
              claim,
              data(
                  RejectionOutcome.QUARANTINED,
                  quarantined.fault(),
                  receipt,
                  quarantined.original()),
              event.digest(),
              receipt,
              index);
        },
        rejected ->
            refusal(
                rejected.claim(),
                // What breaks the rules may hold anything, secrets too: only what was wrong is
                // kept.
                data(RejectionOutcome.REJECTED, rejected.fault(), receipt, null),
                rejected.digest(),
                receipt,
                index));
  }

  private static LogEntry event(Outcome.OfEvent outcome, CloudEvent original, Receipt receipt) {
    Identity key = outcome.event().key(outcome.identity());
    return new LogEntry(Topics.EVENTS, key, original, receipt.traceparent());
  }

  private static EventRejected data(
      RejectionOutcome outcome, Fault fault, Receipt receipt, @Nullable JsonNode original) {
    return new EventRejected(
        outcome,
        fault.reason().name(),
        fault.field(),
        fault.message(),
        receipt.receivedAt(),
        original);
  }

  /**
   * Under the event's own name if it has one, so that one owner reads both, and that the accounting
   * knows it again when it comes again. Without a name nobody can tell a retry from another event.
   */
  private static LogEntry refusal(
      Claim claim, EventRejected data, @Nullable Digest digest, Receipt receipt, int index) {
    String source = claim.source();
    String id = claim.id();
    if (source == null || id == null) {
      source = OWN_SOURCE;
      id = receipt.id() + "/" + index;
    }
    Instant receivedAt = receipt.receivedAt();
    SupportEvent event =
        new SupportEvent(
            claim.countedUnder(), source, id, receivedAt, null, receivedAt, digest, data);
    return new LogEntry(
        Topics.REJECTED, event.key(), EventCodec.encode(event), receipt.traceparent());
  }
}
