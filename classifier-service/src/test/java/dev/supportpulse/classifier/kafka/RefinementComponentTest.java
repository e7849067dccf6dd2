package dev.supportpulse.classifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.NeedClassified;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A rush of events that leaves no time for the accurate tier, through a real broker. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@TestProfile(RefinementComponentTest.NoTime.class)
class RefinementComponentTest {

  private static final int EVENTS = 150;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject MeterRegistry meters;

  @Test
  void everyTextGetsTheFastTierNowAndTheAccurateOneLater() {
    try (Topic topic = new Topic(bootstrapServers)) {
      for (int i = 0; i < EVENTS; i++) {
        topic.send(
            Topic.event(
                "rush",
                "r" + i,
                new QuestionAsked(
                    "How do I configure the pool? " + i, null, null, null, null, null, null)));
      }
      Set<String> expected =
          IntStream.range(0, EVENTS)
              .boxed()
              .flatMap(i -> List.of("FAST r" + i, "ACCURATE r" + i).stream())
              .collect(Collectors.toSet());

      List<NeedClassified> found =
          topic
              .awaitUntil(
                  Topics.CLASSIFICATIONS,
                  record -> Topic.header(record, "ce_project").equals("rush"),
                  records -> readings(records).equals(expected))
              .stream()
              .map(record -> (NeedClassified) Topic.decode(record).data())
              .toList();

      for (NeedClassified accurate : found) {
        if (accurate.tier() == ClassifierTier.ACCURATE) {
          NeedClassified fast = of(found, ClassifierTier.FAST, accurate.target().id());
          // What comes later takes precedence: the same sequence, a better tier.
          assertThat(accurate.sequence()).isEqualTo(fast.sequence());
          assertThat(accurate.classifiedAt()).isAfterOrEqualTo(fast.classifiedAt());
          assertThat(accurate.targetDigest()).isEqualTo(fast.targetDigest());
        }
      }
      assertThat(ids(topic)).hasSize(2 * EVENTS);
    }
    assertThat(texts("fast")).isEqualTo(EVENTS);
    assertThat(texts("refined")).isEqualTo(EVENTS);
    assertThat(meters.get("supportpulse.classifier.refinement.delay").timer().count())
        .isEqualTo(EVENTS);
  }

  private Set<String> ids(Topic topic) {
    return topic.await(Topics.CLASSIFICATIONS, 2 * EVENTS, record -> true).stream()
        .map(Topic::decode)
        .map(SupportEvent::id)
        .collect(Collectors.toSet());
  }

  private double texts(String reading) {
    return meters.get("supportpulse.classifier.texts").tag("reading", reading).counter().count();
  }

  private static NeedClassified of(List<NeedClassified> found, ClassifierTier tier, String id) {
    return found.stream()
        .filter(one -> one.tier() == tier && one.target().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> readings(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .map(record -> (NeedClassified) Topic.decode(record).data())
        .map(one -> one.tier() + " " + one.target().id())
        .collect(Collectors.toSet());
  }

  /** Every batch is a rush. */
  public static final class NoTime implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "supportpulse.classifier.accurate.at-once-within", "PT0S",
          "supportpulse.classifier.accurate.quiet", "PT0.1S");
    }
  }
}
