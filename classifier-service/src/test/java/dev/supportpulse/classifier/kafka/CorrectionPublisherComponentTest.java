package dev.supportpulse.classifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.background.DatabaseAway;
import dev.supportpulse.classifier.correction.Correction;
import dev.supportpulse.classifier.correction.CorrectionStore;
import dev.supportpulse.classifier.correction.Corrections;
import dev.supportpulse.classifier.correction.Outcome;
import dev.supportpulse.events.ClassificationOrigin;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified;
import dev.supportpulse.events.NeedClassified.Target;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored reaches the topic, whatever came between. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@WithTestResource(PostgresTestResource.class)
class CorrectionPublisherComponentTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject Corrections corrections;
  @Inject CorrectionStore store;
  @Inject AgroalDataSource dataSource;

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
  void publishesAHumanClassificationUnderTheKeyOfItsTarget() throws InterruptedException {
    Outcome.Accepted accepted = (Outcome.Accepted) take(correction("human", "c-1"));

    ConsumerRecord<byte[], byte[]> record = published("human", 1).get(0);
    NeedClassified classified = (NeedClassified) Topic.decode(record).data();
    assertThat(new String(record.key(), StandardCharsets.UTF_8))
        .isEqualTo(Identity.of("human", "/forum", "post-1").hex());
    assertThat(classified.origin()).isEqualTo(ClassificationOrigin.HUMAN);
    assertThat(classified.sequence()).isEqualTo(accepted.stored().sequence());
    assertThat(classified.category()).isEqualTo(NeedCategory.SECURITY);
    assertThat(classified.sentiment()).isEqualTo(Sentiment.NEGATIVE);
    assertThat(classified.secondary()).containsExactly("upgrade");
    assertThat(classified.targetDigest()).isNull();
  }

  @Test
  void aLaterCorrectionHasAHigherSequence() throws InterruptedException {
    Outcome.Accepted first = (Outcome.Accepted) take(correction("later", "c-1"));
    Outcome.Accepted second = (Outcome.Accepted) take(correction("later", "c-2"));

    assertThat(second.stored().sequence()).isGreaterThan(first.stored().sequence());
    assertThat(published("later", 2)).hasSize(2);
  }

  /** As if the service had died after it stored them, and before it told anybody. */
  @Test
  void publishesWhatACrashLeftOver() throws InterruptedException {
    take(correction("left-over", "warm-up"));
    store.keep(correction("left-over", "c-1"));

    assertThat(published("left-over", 2)).hasSize(2);
  }

  /** As if the service had died after the broker had it, and before that was noted. */
  @Test
  void whatIsPublishedTwiceIsTheSameTwice() throws InterruptedException, SQLException {
    take(correction("twice-said", "c-1"));
    published("twice-said", 1);
    awaitNoted("twice-said");

    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("update correction set published_at = null where project = 'twice-said'");
    }

    List<SupportEvent> both = published("twice-said", 2).stream().map(Topic::decode).toList();
    assertThat(both.get(1)).isEqualTo(both.get(0));
  }

  private void awaitNoted(String project) throws InterruptedException {
    while (!store.newest(project, Long.MAX_VALUE, 1).get(0).published()) {
      Thread.sleep(20);
    }
  }

  private Outcome take(Correction correction) throws InterruptedException {
    while (true) {
      try {
        return corrections.take(correction);
      } catch (DatabaseAway e) {
        // The tables are made beside the start.
        Thread.sleep(50);
      }
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> published(String project, int atLeast) {
    return topic.await(
        Topics.CLASSIFICATIONS,
        atLeast,
        record -> Topic.header(record, "ce_project").equals(project));
  }

  private static Correction correction(String project, String id) {
    return new Correction(
        project,
        id,
        new Target("/forum", "post-1"),
        NeedCategory.SECURITY,
        "upgrade",
        Sentiment.NEGATIVE,
        null,
        null,
        "Anyone can read the backups",
        "key",
        AT);
  }
}
