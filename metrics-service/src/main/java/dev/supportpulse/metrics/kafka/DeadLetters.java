package dev.supportpulse.metrics.kafka;

import dev.supportpulse.events.DeadLetterHeaders;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Keeps the records that can't be counted, as they were; their headers also say why, and how often
 * they were tried.
 */
@ApplicationScoped
public class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final Emitter<byte[]> topic;
  private final MeterRegistry meters;

  DeadLetters(
      @Channel("dead-letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          Emitter<byte[]> topic,
      MeterRegistry meters) {
    this.topic = topic;
    this.meters = meters;
  }

  /**
   * Puts a record away; returns when the broker has it.
   *
   * @param more headers that this letter carries beside those of every one
   */
  void put(
      ConsumerRecord<byte[], byte[]> record,
      String code,
      String message,
      Map<String, String> more) {
    LOG.warnf(
        "%s-%d@%d goes to the dead letters: %s, %s",
        record.topic(), record.partition(), record.offset(), code, message);
    Span.current().setStatus(StatusCode.ERROR, code);
    Headers headers = new RecordHeaders(record.headers().toArray());
    int attempts = Redriven.attempts(headers) + 1;
    DeadLetterHeaders.of(
            record.topic(), record.partition(), record.offset(), code, message, attempts)
        .forEach((name, value) -> set(headers, name, value));
    more.forEach((name, value) -> set(headers, name, value));
    Outlet.send(
            topic,
            new ProducerRecord<>(record.topic(), null, record.key(), record.value(), headers))
        .join();
    meters.counter("supportpulse.dead.letters", "topic", record.topic(), "code", code).increment();
  }

  private static void set(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
