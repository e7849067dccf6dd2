package dev.supportpulse.classifier.kafka;

import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record to send. */
record Outgoing(ProducerRecord<byte[], byte[]> record) {

  private static final String DEAD_LETTERS = Topics.deadLetters("classifier");

  /** What is sent because of an outcome. */
  static List<Outgoing> of(Outcome outcome, ConsumerRecord<byte[], byte[]> source) {
    if (outcome instanceof Outcome.Classified classified) {
      return List.of(classification(classified.classification()));
    }
    if (outcome instanceof Outcome.Unclassifiable failed) {
      return List.of(
          classification(failed.classification()),
          deadLetter(source, "UNCLASSIFIABLE", failed.reason()));
    }
    if (outcome instanceof Outcome.Unreadable unreadable) {
      return List.of(deadLetter(source, unreadable.code(), unreadable.reason()));
    }
    return List.of();
  }

  /** A CloudEvent in binary mode under the key of the event that it is about. */
  private static Outgoing classification(SupportEvent classification) {
    byte[] key = classification.key().hex().getBytes(StandardCharsets.UTF_8);
    return new Outgoing(
        KafkaMessageFactory.createWriter(Topics.CLASSIFICATIONS, key)
            .writeBinary(EventCodec.encode(classification)));
  }

  /** The record as it was, with the reason in its headers. */
  private static Outgoing deadLetter(
      ConsumerRecord<byte[], byte[]> source, String code, String reason) {
    Headers headers = new RecordHeaders(source.headers().toArray());
    add(headers, "topic", source.topic());
    add(headers, "partition", Integer.toString(source.partition()));
    add(headers, "offset", Long.toString(source.offset()));
    add(headers, "code", code);
    add(headers, "reason", reason);
    add(headers, "attempts", "1");
    return new Outgoing(
        new ProducerRecord<>(DEAD_LETTERS, null, null, source.key(), source.value(), headers));
  }

  private static void add(Headers headers, String name, String value) {
    headers.add("dead-letter-" + name, value.getBytes(StandardCharsets.UTF_8));
  }
}
