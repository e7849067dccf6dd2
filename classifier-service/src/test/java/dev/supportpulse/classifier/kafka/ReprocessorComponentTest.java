package dev.supportpulse.classifier.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.NeedClassified;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.Topics;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The whole topic again, with another champion. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@WithTestResource(PostgresTestResource.class)
class ReprocessorComponentTest {

  private static final int EVENTS = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void classifiesEveryEventAgainWithThePrecedenceOfTheChampion() throws InterruptedException {
    try (Topic topic = new Topic(bootstrapServers)) {
      for (String project : List.of("again", "beside")) {
        for (int i = 0; i < EVENTS; i++) {
          topic.send(
              Topic.event(
                  project,
                  "e" + i,
                  new QuestionAsked("How do I do " + i + "?", null, null, null, null, null, null)));
        }
      }
      topic.flush();
      long before = awaitRefined(topic, "again");
      awaitRefined(topic, "beside");
      long sequence = promoteAgain();
      assertThat(sequence).isGreaterThan(before);

      reprocess(Map.of("project", "again", "tier", "fast"));

      List<NeedClassified> newer =
          classified(topic, "again").stream().filter(one -> one.sequence() == sequence).toList();
      assertThat(newer.stream().map(one -> one.target().id()).distinct()).hasSize(EVENTS);
      assertThat(newer).allMatch(one -> one.tier() == ClassifierTier.FAST);
      assertThat(classified(topic, "beside")).noneMatch(one -> one.sequence() == sequence);

      reprocess(Map.of("tier", "fast"));
      assertThat(
              classified(topic, "beside").stream()
                  .filter(one -> one.sequence() == sequence)
                  .map(one -> one.target().id())
                  .distinct())
          .as("without a project it is all of them")
          .hasSize(EVENTS);
    }
  }

  private static void reprocess(Map<String, String> wish) throws InterruptedException {
    Response begun = given().contentType(ContentType.JSON).body(wish).post("/v1/reprocessings");
    assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
    awaitEnd(begun.path("id"));
  }

  /**
   * What ships becomes the champion by a promotion of now, whatever another test promoted before:
   * the champion itself can't be promoted once more.
   */
  private static long promoteAgain() throws InterruptedException {
    String other =
        given().get("/v1/models").path("versions.find { it.version != it.shipped }.version");
    if (other != null) {
      given().post("/v1/models/" + other + "/promote").then().statusCode(200);
    }
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      Response models = given().get("/v1/models");
      String shipped = models.path("versions.find { it.version == it.shipped }.version");
      if (shipped != null) {
        Number sequence = given().post("/v1/models/" + shipped + "/promote").path("sequence");
        Number inUse = given().get("/v1/models").path("sequence");
        if (inUse.longValue() == sequence.longValue()) {
          return sequence.longValue();
        }
      }
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
    }
  }

  private static void awaitEnd(int id) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    Response state;
    do {
      Thread.sleep(100);
      state = given().get("/v1/reprocessings/" + id);
      assertThat(state.statusCode()).as(state.asString()).isEqualTo(200);
    } while (state.path("finishedAt") == null && Instant.now().isBefore(end));
    assertThat(state.<String>path("finishedAt")).as(state.asString()).isNotNull();
    assertThat(state.<Integer>path("done")).isEqualTo(state.<Integer>path("records"));
  }

  /** Returns when nothing of a project waits for the accurate tier; the highest sequence of it. */
  private static long awaitRefined(Topic topic, String project) {
    topic.awaitUntil(
        Topics.CLASSIFICATIONS,
        record -> Topic.header(record, "ce_project").equals(project),
        records ->
            records.stream()
                    .map(record -> (NeedClassified) Topic.decode(record).data())
                    .filter(one -> one.tier() == ClassifierTier.ACCURATE)
                    .map(one -> one.target().id())
                    .distinct()
                    .count()
                == EVENTS);
    return classified(topic, project).stream().mapToLong(NeedClassified::sequence).max().orElse(0);
  }

  private static List<NeedClassified> classified(Topic topic, String project) {
    return topic
        .await(
            Topics.CLASSIFICATIONS,
            EVENTS,
            record -> Topic.header(record, "ce_project").equals(project))
        .stream()
        .map(record -> (NeedClassified) Topic.decode(record).data())
        .toList();
  }
}
