package dev.supportpulse.classifier.kafka;

import dev.supportpulse.events.DeadLetterHeaders;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.events.TraceParent;
import dev.supportpulse.service.trace.Step;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record to send. */
record Outgoing(ProducerRecord<byte[], byte[]> record) {

  /** The code of a dead letter whose text made the classifier fail. */
  static final String UNCLASSIFIABLE = "UNCLASSIFIABLE";

  private static final String DEAD_LETTERS = Topics.deadLetters(Redriven.SERVICE);

  /** What is sent because of an outcome, outside of every trace. */
  static List<Outgoing> of(Outcome outcome, ConsumerRecord<byte[], byte[]> source) {
    return of(outcome, source, Step.NONE);
  }

  /** What is sent because of an outcome, as what follows from that step. */
  static List<Outgoing> of(Outcome outcome, ConsumerRecord<byte[], byte[]> source, Step step) {
    if (outcome instanceof Outcome.Classified classified) {
      return List.of(classification(classified.classification()).after(step));
    }
    if (outcome instanceof Outcome.Unclassifiable failed) {
      return List.of(
          classification(failed.classification()).after(step),
          deadLetter(source, UNCLASSIFIABLE, failed.reason()));
    }
    if (outcome instanceof Outcome.Unreadable unreadable) {
      return List.of(deadLetter(source, unreadable.code(), unreadable.reason()));
    }
    return List.of();
  }

  /** The record again, for the accurate tier to read when there is time. */
  static Outgoing refinement(ConsumerRecord<byte[], byte[]> source) {
    return new Outgoing(
        new ProducerRecord<>(
            Topics.REFINEMENTS, null, null, source.key(), source.value(), source.headers()));
  }

  /** A CloudEvent in binary mode under the key of the event that it is about. */
  static Outgoing classification(SupportEvent classification) {
    byte[] key = classification.key().hex().getBytes(StandardCharsets.UTF_8);
    return new Outgoing(
        KafkaMessageFactory.createWriter(Topics.CLASSIFICATIONS, key)
            .writeBinary(EventCodec.encode(classification)));
  }

  /** Who did something, under the key of the project. */
  static Outgoing audit(SupportEvent audited) {
    byte[] key = audited.project().getBytes(StandardCharsets.UTF_8);
    return new Outgoing(
        KafkaMessageFactory.createWriter(Topics.AUDIT, key)
            .writeBinary(EventCodec.encode(audited)));
  }

  private Outgoing after(Step step) {
    byte[] traceparent = step.header();
    if (traceparent != null) {
      record.headers().add(TraceParent.HEADER, traceparent);
    }
    return this;
  }

  /** The record as it was; its headers also say why, and how often it was tried. */
  private static Outgoing deadLetter(
      ConsumerRecord<byte[], byte[]> source, String code, String reason) {
    Headers headers = new RecordHeaders(source.headers().toArray());
    int before = DeadLetterHeaders.attempts(Redriven.header(source, DeadLetterHeaders.ATTEMPTS));
    DeadLetterHeaders.of(
            source.topic(), source.partition(), source.offset(), code, reason, before + 1)
        .forEach((name, value) -> set(headers, name, value));
    return new Outgoing(
        new ProducerRecord<>(DEAD_LETTERS, null, null, source.key(), source.value(), headers));
  }

  private static void set(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
