package dev.supportpulse.classifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.correction.Correction;
import dev.supportpulse.classifier.correction.EventText;
import dev.supportpulse.classifier.correction.Stored;
import dev.supportpulse.events.ErrorReported;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Target;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.events.UpstreamData;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class TextSearchTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  private final TextSearch search =
      new TextSearch(List.of(stored(1, "post-1"), stored(2, "post-2"), stored(3, "post-1")));

  @Test
  void seeksEachEventOnceForAllItsCorrections() {
    assertThat(search.keys())
        .containsExactlyInAnyOrder(
            Identity.of("demo", "/forum", "post-1").hex(),
            Identity.of("demo", "/forum", "post-2").hex());
    assertThat(search.sequences()).containsExactly(1L, 2L, 3L);

    search.see(record("post-1", question("Backups", "How often?")));

    EventText text = new EventText("Backups", "How often?");
    assertThat(search.found()).isEqualTo(Map.of(1L, text, 3L, text));
  }

  @Test
  void readsErrorReportsAsTheClassifierDoes() {
    search.see(
        record(
            "post-2", new ErrorReported("boom", "at A.b(A.java:1)", null, null, 1L, null, null)));

    assertThat(search.found()).isEqualTo(Map.of(2L, new EventText("boom", "at A.b(A.java:1)")));
  }

  @Test
  void theFirstBodyOfAnIdentityCounts() {
    search.see(record("post-2", question("first", "body")));
    search.see(record("post-2", question("second", "body")));

    assertThat(search.found()).isEqualTo(Map.of(2L, new EventText("first", "body")));
  }

  @Test
  void whatSaysNothingIsNotFound() {
    search.see(record("post-1", new EventVoided("/forum", "post-1", null, null)));
    search.see(broken("post-2"));
    assertThat(search.found()).isEmpty();

    search.see(record("post-1", question("Backups", "How often?")));
    assertThat(search.found()).containsOnlyKeys(1L, 3L);
  }

  private static Stored stored(long sequence, String id) {
    Correction correction =
        new Correction(
            "demo",
            "c-" + sequence,
            new Target("/forum", id),
            NeedCategory.TRAINING,
            null,
            null,
            null,
            null,
            null,
            "key",
            AT);
    return new Stored(correction, sequence, true, null);
  }

  private static QuestionAsked question(String title, String text) {
    return new QuestionAsked(text, title, null, null, null, null, null);
  }

  private static ConsumerRecord<byte[], byte[]> record(String id, UpstreamData data) {
    SupportEvent event = new SupportEvent("demo", "/forum", id, AT, null, AT, Topic.DIGEST, data);
    ProducerRecord<byte[], byte[]> sent =
        KafkaMessageFactory.createWriter(Topics.EVENTS, key(id))
            .writeBinary(EventCodec.encode(event));
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(Topics.EVENTS, 0, 0, sent.key(), sent.value());
    sent.headers().forEach(record.headers()::add);
    return record;
  }

  private static ConsumerRecord<byte[], byte[]> broken(String id) {
    return new ConsumerRecord<>(
        Topics.EVENTS, 0, 0, key(id), "no event".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] key(String id) {
    return Identity.of("demo", "/forum", id).hex().getBytes(StandardCharsets.UTF_8);
  }
}
