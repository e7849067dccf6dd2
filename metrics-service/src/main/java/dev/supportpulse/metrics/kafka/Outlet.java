package dev.supportpulse.metrics.kafka;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Sends a record through a channel. */
final class Outlet {

  private Outlet() {}

  /** Done when the broker has the record; its topic is the channel's. */
  static CompletableFuture<Void> send(
      Emitter<byte[]> channel, ProducerRecord<byte[], byte[]> record) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    channel.send(
        Message.of(
                record.value() == null ? new byte[0] : record.value(),
                () -> {
                  acknowledged.complete(null);
                  return CompletableFuture.completedFuture(null);
                },
                failure -> {
                  acknowledged.completeExceptionally(failure);
                  return CompletableFuture.completedFuture(null);
                })
            .addMetadata(
                OutgoingKafkaRecordMetadata.<byte[]>builder()
                    .withKey(record.key())
                    .withHeaders(record.headers())
                    .build()));
    return acknowledged;
  }
}
