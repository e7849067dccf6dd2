package dev.supportpulse.intake.kafka;

import dev.supportpulse.events.DeadLetterHeaders;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.GoldenEvents;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.localstack.KafkaBroker;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes dead letters as the other services do. */
public final class Letters implements AutoCloseable {

  /** The trace that each of them is of. */
  public static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final KafkaProducer<byte[], byte[]> producer;

  public Letters(KafkaBroker broker) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Puts a feedback of that project away; returns the id of the letter. */
  public String put(String topic, String project, String code, int attempts) throws Exception {
    SupportEvent golden = GoldenEvents.full(EventType.FEEDBACK_SUBMITTED).event();
    SupportEvent event =
        new SupportEvent(
            project,
            golden.source(),
            code + attempts,
            golden.occurredAt(),
            null,
            golden.occurredAt(),
            new Digest("ab".repeat(32)),
            golden.data());
    byte[] key = event.key().hex().getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> record =
        KafkaMessageFactory.createWriter(topic, key).writeBinary(EventCodec.encode(event));
    record.headers().add("traceparent", TRACE.getBytes(StandardCharsets.UTF_8));
    DeadLetterHeaders.of(Topics.EVENTS, 0, 0, code, "for a reason", attempts)
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    RecordMetadata kept = producer.send(record).get();
    return "%s/%d/%d".formatted(topic, kept.partition(), kept.offset());
  }

  @Override
  public void close() {
    producer.close();
  }
}
