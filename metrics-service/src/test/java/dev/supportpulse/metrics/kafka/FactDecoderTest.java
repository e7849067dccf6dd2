package dev.supportpulse.metrics.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.GoldenEvents;
import dev.supportpulse.events.GoldenEvents.Golden;
import dev.supportpulse.events.RejectionOutcome;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.metrics.ledger.Arrival;
import dev.supportpulse.metrics.ledger.Fact;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden event of the shared language is a fact here, a later version's included. */
class FactDecoderTest {

  private static final String DIGEST = "ab".repeat(32);

  private final FactDecoder decoder =
      new FactDecoder(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1));

  static List<Golden> goldenEvents() {
    return GoldenEvents.all().stream()
        .filter(golden -> golden.type() != EventType.OPERATION_AUDITED)
        .toList();
  }

  @Test
  void anAuditIsNothingToCount() {
    assertThat(decoder.decode(record(stamped(GoldenEvents.full(EventType.OPERATION_AUDITED)))))
        .isInstanceOf(Decoded.Unreadable.class);
  }

  @ParameterizedTest
  @MethodSource("goldenEvents")
  void readsEveryGoldenEvent(Golden golden) {
    Decoded decoded = decoder.decode(record(stamped(golden)));

    assertThat(decoded).isInstanceOf(Decoded.Countable.class);
    assertThat(((Decoded.Countable) decoded).fact()).isInstanceOf(factOf(golden.type()));
  }

  @Test
  void keepsWhatTheEventSays() {
    Golden golden = GoldenEvents.full(EventType.COST_RECORDED);
    SupportEvent event = golden.event();

    Decoded decoded = decoder.decode(record(stamped(golden)));

    Fact.EventArrived arrived = (Fact.EventArrived) ((Decoded.Countable) decoded).fact();
    assertThat(arrived.key().project()).isEqualTo(event.project());
    assertThat(arrived.key().identity()).isEqualTo(event.identity());
    assertThat(arrived.occurredAt()).isEqualTo(event.occurredAt());
    assertThat(arrived.data()).isEqualTo(event.data());
  }

  @Test
  void keepsWhoWasRefused() {
    Golden golden = GoldenEvents.full(EventType.EVENT_REJECTED);

    Decoded decoded = decoder.decode(record(stamped(golden)));

    assertThat(((Decoded.Countable) decoded).fact())
        .isEqualTo(
            new Fact.EventRefused(
                Fact.keyOf("demo", "/intake", "event-1"),
                new Digest(DIGEST),
                Instant.parse("2026-01-31T09:30:01.250Z"),
                RejectionOutcome.QUARANTINED));
  }

  @Test
  void aRecordThatWasRedrivenForAnotherServiceIsLeftToIt() {
    ConsumerRecord<byte[], byte[]> record = redriven(GoldenEvents.full(EventType.COST_RECORDED));
    set(record, "dead-letter-for", "classifier");

    assertThat(decoder.decode(record)).isEqualTo(new Decoded.ForAnother());
  }

  @Test
  void aReleasedEventArrivesInTheHourThatItIsCountedAsQuarantinedIn() {
    ConsumerRecord<byte[], byte[]> record = redriven(GoldenEvents.full(EventType.COST_RECORDED));
    set(record, "dead-letter-quarantined", "2026-01-01T10:20:30Z");

    Fact.EventArrived arrived =
        (Fact.EventArrived) ((Decoded.Countable) decoder.decode(record)).fact();

    assertThat(arrived.arrival()).isEqualTo(Arrival.RELEASED);
    assertThat(arrived.receivedAt()).isEqualTo(Instant.parse("2026-01-01T10:20:30Z"));
  }

  @Test
  void whatIsOutOfRangeIsAccountedForTheFirstTimeOnly() {
    FactDecoder strict = new FactDecoder(LocalDate.of(2099, 1, 1), LocalDate.of(2100, 1, 1));
    Golden golden = GoldenEvents.full(EventType.COST_RECORDED);

    Decoded first = strict.decode(record(stamped(golden)));
    Decoded again = strict.decode(redriven(golden));

    assertThat(((Decoded.OutOfRange) first).fact()).isNotNull();
    assertThat(((Decoded.OutOfRange) again).fact()).isNull();
  }

  @Test
  void aTimeOfReceiptThatIsNoneIsToldNotThrown() {
    ConsumerRecord<byte[], byte[]> record = redriven(GoldenEvents.full(EventType.COST_RECORDED));
    set(record, "dead-letter-quarantined", "yesterday");

    assertThat(decoder.decode(record)).isInstanceOf(Decoded.Unreadable.class);
  }

  private static ConsumerRecord<byte[], byte[]> redriven(Golden golden) {
    ConsumerRecord<byte[], byte[]> record = record(stamped(golden));
    set(record, "dead-letter-attempts", "1");
    return record;
  }

  private static void set(ConsumerRecord<byte[], byte[]> record, String header, String value) {
    record.headers().add(header, value.getBytes(StandardCharsets.UTF_8));
  }

  private static Class<? extends Fact> factOf(EventType type) {
    return switch (type) {
      case NEED_CLASSIFIED -> Fact.NeedFound.class;
      case EVENT_REJECTED -> Fact.EventRefused.class;
      default -> Fact.EventArrived.class;
    };
  }

  /** With the digest that intake stamps on what it takes. */
  private static CloudEvent stamped(Golden golden) {
    return CloudEventBuilder.v1(golden.cloudEvent())
        .withExtension(EventCodec.DIGEST, DIGEST)
        .build();
  }

  private static ConsumerRecord<byte[], byte[]> record(CloudEvent event) {
    byte[] key = EventCodec.decode(event).key().hex().getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> produced =
        KafkaMessageFactory.<byte[]>createWriter("topic", 0, null, key).writeBinary(event);
    return new ConsumerRecord<>(
        "topic",
        0,
        0,
        0,
        TimestampType.LOG_APPEND_TIME,
        key.length,
        produced.value() == null ? 0 : produced.value().length,
        produced.key(),
        produced.value(),
        produced.headers(),
        Optional.empty());
  }
}
