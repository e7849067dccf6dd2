package dev.supportpulse.intake.kafka;

import dev.supportpulse.intake.config.RedriveConfig;
import dev.supportpulse.intake.submission.LogUnavailable;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records and waits until every in-sync replica has them; apart from what clients post. */
@ApplicationScoped
class RedriveProducer {

  /** More than is read of letters at once. */
  private static final long BUFFER_BYTES = 16L * 1024 * 1024;

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

  private final Producer<byte[], byte[]> producer;

  RedriveProducer(
      @Identifier("default-kafka-broker") Map<String, Object> connection, RedriveConfig config) {
    Map<String, Object> settings = ProducerSettings.of(connection, config.patience(), BUFFER_BYTES);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "intake-redrive");
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Sends records in their order.
   *
   * @throws LogUnavailable if one may not be durable
   */
  void send(List<ProducerRecord<byte[], byte[]>> records) {
    try {
      List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
      for (ProducerRecord<byte[], byte[]> record : records) {
        sent.add(producer.send(record));
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    } catch (ExecutionException | KafkaException e) {
      throw new LogUnavailable("the broker doesn't acknowledge", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailable("interrupted", e);
    }
  }

  @PreDestroy
  void close() {
    producer.close(CLOSE_WITHIN);
  }
}
