package dev.supportpulse.classifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.NeedClassified;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The broker dies in the middle of the stream and comes back: every event has its classification.
 */
@QuarkusTest
@QuarkusTestResource(value = RestartableBroker.class, restrictToAnnotatedClass = true)
class BrokerAwayComponentTest {

  private static final int EVENTS = 4_000;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Nullable RestartableBroker broker;

  @Test
  void nothingIsSkipped() {
    RestartableBroker restartable = Objects.requireNonNull(broker, "not injected");
    try (Topic topic = new Topic(bootstrapServers)) {
      for (int i = 0; i < EVENTS; i++) {
        topic.send(
            Topic.event(
                "away",
                "a" + i,
                new QuestionAsked(
                    "How do I configure this? Number " + i, null, null, null, null, null, null)));
      }
      topic.flush();
      restartable.kill();
      restartable.startAgain();

      Set<String> expected =
          IntStream.range(0, EVENTS).mapToObj(i -> "a" + i).collect(Collectors.toSet());
      var found =
          topic.awaitUntil(
              Topics.CLASSIFICATIONS,
              record -> true,
              records -> records.size() >= EVENTS && targets(records).equals(expected));
      assertThat(targets(found)).isEqualTo(expected);
    }
  }

  private static Set<String> targets(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .map(record -> ((NeedClassified) Topic.decode(record).data()).target().id())
        .collect(Collectors.toSet());
  }
}
