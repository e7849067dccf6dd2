package dev.supportpulse.classifier.kafka;

import dev.supportpulse.events.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What the headers of a record that was put in again say. */
final class Redriven {

  /** What this service is called in the names of topics and in headers. */
  static final String SERVICE = "classifier";

  private Redriven() {}

  /** Whether the record was put in again for another service: this one has done with it. */
  static boolean isForAnother(ConsumerRecord<byte[], byte[]> record) {
    String service = header(record, DeadLetterHeaders.FOR);
    return service != null && !service.equals(SERVICE);
  }

  static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
