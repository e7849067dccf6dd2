package dev.supportpulse.metrics.kafka;

import dev.supportpulse.events.DeadLetterHeaders;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventRejected;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.events.NeedClassified;
import dev.supportpulse.events.RejectionOutcome;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.UpstreamData;
import dev.supportpulse.events.UsageRecorded;
import dev.supportpulse.metrics.ledger.Arrival;
import dev.supportpulse.metrics.ledger.Classification;
import dev.supportpulse.metrics.ledger.EventKey;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.Precedence;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records of the three topics into facts. */
public final class FactDecoder {

  private final LocalDate firstDay;
  private final LocalDate lastDay;

  /** Takes events whose UTC day of event time is between these, both included. */
  public FactDecoder(LocalDate firstDay, LocalDate lastDay) {
    this.firstDay = firstDay;
    this.lastDay = lastDay;
  }

  /** What the record turns out to be; every record turns out to be something. */
  public Decoded decode(ConsumerRecord<byte[], byte[]> record) {
    try {
      Redriven redriven = Redriven.of(record.headers());
      if (redriven.isForAnother()) {
        return new Decoded.ForAnother();
      }
      SupportEvent event = EventCodec.decode(KafkaMessageFactory.createReader(record).toEvent());
      if (event.data() instanceof EventRejected rejected) {
        return new Decoded.Countable(
            new Fact.EventRefused(
                keyOf(event), event.digest(), rejected.receivedAt(), rejected.outcome()));
      }
      EventKey about = new EventKey(event.project(), event.key());
      if (!keyIs(record, about.identity().hex())) {
        return new Decoded.Unreadable(
            "WRONG_KEY", "the record's key is not the identity that it is about");
      }
      if (event.data() instanceof NeedClassified classified) {
        return new Decoded.Countable(found(about, classified));
      }
      if (event.data() instanceof UpstreamData data) {
        EventKey key = data instanceof EventVoided ? keyOf(event) : about;
        return arrived(key, event, data, receivedAt(event, record), redriven);
      }
      return new Decoded.Unreadable("MALFORMED", "/type is none that is counted: " + event.type());
    } catch (Malformed e) {
      return new Decoded.Unreadable("MALFORMED", e.field() + " " + e.getMessage());
    } catch (CloudEventRWException | IllegalArgumentException e) {
      return new Decoded.Unreadable("NOT_A_CLOUD_EVENT", String.valueOf(e.getMessage()));
    } catch (DateTimeException e) {
      return new Decoded.Unreadable(
          "MALFORMED", "the header " + DeadLetterHeaders.QUARANTINED + " is not an instant");
    }
  }

  private static boolean keyIs(ConsumerRecord<byte[], byte[]> record, String key) {
    return record.key() != null && new String(record.key(), StandardCharsets.UTF_8).equals(key);
  }

  private static EventKey keyOf(SupportEvent event) {
    return new EventKey(event.project(), event.identity());
  }

  private static Fact found(EventKey target, NeedClassified classified) {
    return new Fact.NeedFound(
        target,
        classified.targetDigest(),
        Classification.of(
            classified.category(),
            classified.sentiment(),
            new Precedence(classified.origin(), classified.sequence(), classified.tier())),
        classified.classifiedAt());
  }

  /** What the ledger keeps as text, which in PostgreSQL can't hold NUL. */
  private static Stream<String> keptTexts(SupportEvent event, UpstreamData data) {
    String action = data instanceof UsageRecorded usage ? usage.action() : null;
    return Stream.of(event.source(), event.id(), data.caseId(), data.account(), data.tier(), action)
        .filter(Objects::nonNull);
  }

  private static Instant receivedAt(SupportEvent event, ConsumerRecord<byte[], byte[]> record) {
    return event.receivedAt() != null
        ? event.receivedAt()
        : Instant.ofEpochMilli(record.timestamp());
  }

  private Decoded arrived(
      EventKey key, SupportEvent event, UpstreamData data, Instant receivedNow, Redriven redriven) {
    if (event.digest() == null) {
      return new Decoded.Unreadable("MALFORMED", "/digest is required");
    }
    if (keptTexts(event, data).anyMatch(text -> text.indexOf('\0') >= 0)) {
      return new Decoded.Unreadable("MALFORMED", "a text that is kept holds the character NUL");
    }
    Instant quarantined = redriven.quarantined();
    Instant receivedAt = quarantined == null ? receivedNow : quarantined;
    LocalDate day = LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
    if (day.isBefore(firstDay) || day.isAfter(lastDay)) {
      return new Decoded.OutOfRange(
          redriven.arrival() == Arrival.RECEIVED
              ? new Fact.EventRefused(key, event.digest(), receivedAt, RejectionOutcome.QUARANTINED)
              : null,
          "the ledger is kept for events from %s to %s".formatted(firstDay, lastDay));
    }
    return new Decoded.Countable(
        new Fact.EventArrived(
            key,
            event.digest(),
            event.source(),
            event.id(),
            event.occurredAt(),
            receivedAt,
            data,
            redriven.arrival()));
  }
}
