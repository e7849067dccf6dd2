package dev.supportpulse.intake.kafka;

import dev.supportpulse.intake.redrive.Kept.Bytes;
import dev.supportpulse.intake.redrive.Outbox;
import dev.supportpulse.intake.redrive.Outgoing;
import io.cloudevents.kafka.KafkaMessageFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts letters in again. Equal keys go to the partition that they went to before. */
@ApplicationScoped
class KafkaOutbox implements Outbox {

  private final RedriveProducer producer;

  KafkaOutbox(RedriveProducer producer) {
    this.producer = producer;
  }

  @Override
  public void send(List<Outgoing> records) {
    producer.send(records.stream().map(KafkaOutbox::record).toList());
  }

  private static ProducerRecord<byte[], byte[]> record(Outgoing outgoing) {
    if (outgoing instanceof Outgoing.Again again) {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(
              again.topic(),
              again.key().map(Bytes::array).orElse(null),
              again.body().map(Bytes::array).orElse(null));
      again
          .headers()
          .forEach(
              header ->
                  record
                      .headers()
                      .add(header.name(), header.value().map(Bytes::array).orElse(null)));
      return record;
    }
    if (outgoing instanceof Outgoing.Released released) {
      byte[] key = released.key().hex().getBytes(StandardCharsets.UTF_8);
      ProducerRecord<byte[], byte[]> record =
          KafkaMessageFactory.createWriter(released.topic(), key).writeBinary(released.event());
      released
          .headers()
          .forEach(
              (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      return record;
    }
    throw new IllegalStateException("no way to send " + outgoing.getClass());
  }
}
