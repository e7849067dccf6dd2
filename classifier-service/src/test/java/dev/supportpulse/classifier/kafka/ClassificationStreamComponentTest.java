package dev.supportpulse.classifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.GoldenEvents;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events in, classifications out, through a real broker. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class ClassificationStreamComponentTest {

  private static final String DEAD_LETTERS = Topics.deadLetters("classifier");

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private Topic topic;

  @BeforeEach
  void open() {
    topic = new Topic(bootstrapServers);
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void classifiesEnglishAndChinese() {
    SupportEvent english = question("stream", "en", "How do I configure the connection pool size?");
    SupportEvent chinese = question("stream", "zh", "查询很慢，CPU 占用 100%，内存一直涨");
    topic.send(english);
    topic.send(chinese);

    Map<String, SupportEvent> found =
        topic.await(Topics.CLASSIFICATIONS, 2, ofProject("stream")).stream()
            .map(Topic::decode)
            .collect(
                Collectors.toMap(
                    event -> ((NeedClassified) event.data()).target().id(), event -> event));

    assertThat(found).containsOnlyKeys("en", "zh");
    assertThat(category(found, "en")).isEqualTo(NeedCategory.USAGE_QUESTION);
    assertThat(category(found, "zh")).isEqualTo(NeedCategory.PERFORMANCE);
  }

  @Test
  void publishesUnderTheKeyOfTheTargetInItsPartition() {
    SupportEvent event = question("keyed", "k1", "Please add dark mode");
    topic.send(event);

    ConsumerRecord<byte[], byte[]> source =
        topic.await(Topics.EVENTS, 1, ofProject("keyed")).get(0);
    ConsumerRecord<byte[], byte[]> result =
        topic.await(Topics.CLASSIFICATIONS, 1, ofProject("keyed")).get(0);

    assertThat(new String(result.key(), StandardCharsets.UTF_8)).isEqualTo(event.identity().hex());
    assertThat(result.partition()).isEqualTo(source.partition());
    assertThat(Topic.header(result, "ce_type")).isEqualTo(EventType.NEED_CLASSIFIED.wireName());
    assertThat(((NeedClassified) Topic.decode(result).data()).targetDigest())
        .isEqualTo(Topic.DIGEST);
  }

  @Test
  void classifiesGoldenEventsAndLeavesTheRestAlone() {
    GoldenEvents.Golden feedback = GoldenEvents.full(EventType.FEEDBACK_SUBMITTED);
    GoldenEvents.Golden opened = GoldenEvents.full(EventType.CASE_OPENED);
    GoldenEvents.Golden cost = GoldenEvents.full(EventType.COST_RECORDED);
    for (GoldenEvents.Golden golden : List.of(cost, feedback, opened)) {
      SupportEvent event = golden.event();
      topic.send(
          new SupportEvent(
              "golden",
              event.source(),
              golden.name(),
              event.occurredAt(),
              null,
              event.receivedAt(),
              Topic.DIGEST,
              event.data()));
    }

    assertThat(targets(topic.await(Topics.CLASSIFICATIONS, 2, ofProject("golden"))))
        .containsExactlyInAnyOrder(feedback.name(), opened.name());
  }

  @Test
  void putsPoisonAwayAndGoesOn() throws InterruptedException {
    byte[] key = "poison".getBytes(StandardCharsets.UTF_8);
    byte[] value = "not an event".getBytes(StandardCharsets.UTF_8);
    topic.sendRaw(new ProducerRecord<>(Topics.EVENTS, 3, key, value));
    topic.sendRaw(new ProducerRecord<>(Topics.EVENTS, 3, key, null));
    topic.send(question("poisoned", "after", "The export button does nothing"));

    List<ConsumerRecord<byte[], byte[]>> dead =
        topic.await(
            DEAD_LETTERS,
            2,
            r -> r.key() != null && new String(r.key(), StandardCharsets.UTF_8).equals("poison"));

    assertThat(dead).hasSize(2);
    assertThat(dead.get(0).value()).isEqualTo(value);
    assertThat(Topic.header(dead.get(0), "dead-letter-code")).isEqualTo("NOT_A_CLOUD_EVENT");
    assertThat(Topic.header(dead.get(0), "dead-letter-topic")).isEqualTo(Topics.EVENTS);
    assertThat(Topic.header(dead.get(0), "dead-letter-partition")).isEqualTo("3");
    assertThat(Topic.header(dead.get(0), "dead-letter-attempts")).isEqualTo("1");
    assertThat(targets(topic.await(Topics.CLASSIFICATIONS, 1, ofProject("poisoned"))))
        .containsExactly("after");
  }

  @Test
  void givesARedeliveredEventTheSameClassification() {
    SupportEvent event = question("twice", "t1", "Login fails after the upgrade");
    topic.send(event);
    topic.send(event);

    List<String> ids =
        topic.await(Topics.CLASSIFICATIONS, 2, ofProject("twice")).stream()
            .map(record -> Topic.decode(record).id())
            .toList();

    assertThat(ids).hasSize(2).containsOnly(ids.get(0));
  }

  /**
   * Another member of the group takes partitions over in the middle, reads and dies without having
   * classified or committed: what it took comes again to us.
   */
  @Test
  void losesNothingWhenPartitionsMoveInTheMiddle() {
    int events = 3_000;
    for (int i = 0; i < events / 2; i++) {
      topic.send(question("moved", "m" + i, "How do I configure this? Number " + i));
    }
    try (KafkaConsumer<byte[], byte[]> other =
        topic.consumer(
            Map.of(
                "group.id",
                "classifier-service",
                "partition.assignment.strategy",
                "org.apache.kafka.clients.consumer.RangeAssignor"))) {
      other.subscribe(List.of(Topics.EVENTS));
      Instant end = Instant.now().plusSeconds(60);
      while (other.assignment().isEmpty() && Instant.now().isBefore(end)) {
        other.poll(Duration.ofMillis(100));
      }
      assertThat(other.assignment()).isNotEmpty();
      for (int i = events / 2; i < events; i++) {
        topic.send(question("moved", "m" + i, "How do I configure this? Number " + i));
      }
      other.poll(Duration.ofMillis(500));
    }

    Set<String> expected =
        IntStream.range(0, events).mapToObj(i -> "m" + i).collect(Collectors.toSet());
    List<ConsumerRecord<byte[], byte[]>> found =
        topic.awaitUntil(
            Topics.CLASSIFICATIONS,
            ofProject("moved"),
            records -> Set.copyOf(targets(records)).size() == events);
    assertThat(Set.copyOf(targets(found))).isEqualTo(expected);
    // Redelivered ones are the same ones: as many ids of a tier as it has texts.
    for (ClassifierTier tier : ClassifierTier.values()) {
      List<SupportEvent> ofTier =
          found.stream()
              .map(Topic::decode)
              .filter(event -> ((NeedClassified) event.data()).tier() == tier)
              .toList();
      assertThat(ofTier.stream().map(SupportEvent::id).distinct())
          .hasSameSizeAs(
              ofTier.stream()
                  .map(event -> ((NeedClassified) event.data()).target().id())
                  .collect(Collectors.toSet()));
    }
  }

  private static SupportEvent question(String project, String id, String text) {
    return Topic.event(project, id, new QuestionAsked(text, null, null, null, null, null, null));
  }

  private static Predicate<ConsumerRecord<byte[], byte[]>> ofProject(String project) {
    return record ->
        record.headers().lastHeader("ce_project") != null
            && Topic.header(record, "ce_project").equals(project);
  }

  private static List<String> targets(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .map(record -> ((NeedClassified) Topic.decode(record).data()).target().id())
        .toList();
  }

  private static NeedCategory category(Map<String, SupportEvent> found, String id) {
    return ((NeedClassified) Objects.requireNonNull(found.get(id)).data()).category();
  }
}
