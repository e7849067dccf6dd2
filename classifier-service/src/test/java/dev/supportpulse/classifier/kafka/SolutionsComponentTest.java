package dev.supportpulse.classifier.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.supportpulse.events.CaseReopened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.SolutionApplied;
import dev.supportpulse.events.SolutionOutcome;
import dev.supportpulse.events.SolutionProposed;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.UpstreamData;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The knowledge base and what becomes of solutions, through a real broker and database. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@WithTestResource(PostgresTestResource.class)
class SolutionsComponentTest {

  private static final String ARTICLE =
      """
      ---
      title: Polishing the frobnicator
      questions:
        - who polishes the frobnicator and how often
      ---
      Run `frob polish`.
      """;

  private static final RestAssuredConfig MARKDOWN =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig().encodeContentTypeAs("text/markdown", ContentType.TEXT));

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
  void anImportedArticleAnswersUntilItIsForgotten() throws InterruptedException {
    assertThat(answer().getString("article")).isNull();
    assertThat(answer().getString("solution")).contains("a human");

    await(
        () ->
            given()
                    .config(MARKDOWN)
                    .contentType("text/markdown")
                    .body(ARTICLE)
                    .put("/v1/articles/frobnicator/en")
                    .statusCode()
                == 200);
    await(() -> "frobnicator".equals(answer().getString("article.id")));
    given().get("/v1/articles").then().statusCode(200).body(containsString("frobnicator"));

    given().delete("/v1/articles/frobnicator/en").then().statusCode(204);
    given().delete("/v1/articles/frobnicator/en").then().statusCode(404);
    await(() -> answer().getString("article") == null);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          No Good, en, --- , id
          good, fr, --- , language
          good, en, just text, ''
          """)
  void namesWhatIsWrongWithAnArticle(String id, String language, String markdown, String field) {
    given()
        .config(MARKDOWN)
        .contentType("text/markdown")
        .body(markdown)
        .put("/v1/articles/{id}/{language}", id, language)
        .then()
        .statusCode(400)
        .body("field", equalTo(field));
  }

  @Test
  void aSolutionIsVerifiedOnlyWhileItsCaseStaysResolved() throws InterruptedException {
    Instant then = Instant.now().minus(Duration.ofDays(20));
    SupportEvent twice = event("p1", then, new SolutionProposed("install", "c1", null, null, null));
    topic.send(twice);
    topic.send(twice);
    send("a1", then, new SolutionApplied("install", "c1", null, null, null));
    outcome("o1", then, true, "c1");
    resolved("r1", then.plusSeconds(60), "c1");
    // Helped, but reopened since.
    outcome("o2", then, true, "c2");
    resolved("r2", then.plusSeconds(60), "c2");
    send("x2", then.plus(Duration.ofDays(1)), new CaseReopened("c2", null));
    // Helped, resolved not long enough ago.
    outcome("o3", Instant.now().minusSeconds(60), true, "c3");
    resolved("r3", Instant.now().minusSeconds(50), "c3");
    // What was said last counts.
    outcome("o4", then, true, "c4");
    outcome("o5", then.plusSeconds(5), false, "c4");
    topic.flush();

    await(() -> List.of(4).equals(solutions().getList("solutions.n")));

    Map<String, Object> install = solutions().getMap("solutions[0]");
    assertThat(install)
        .containsEntry("solutionId", "install")
        .containsEntry("proposed", 1)
        .containsEntry("applied", 1)
        .containsEntry("helped", 2)
        .containsEntry("notHelped", 1)
        .containsEntry("reopened", 1)
        .containsEntry("verified", 1);
    assertThat(solutions().getDouble("solutions[0].effectiveness.mean")).isEqualTo(0.5);
    assertThat(solutions().getDouble("solutions[0].effectiveness.lower")).isBetween(0.1, 0.2);
    assertThat(
            given()
                .get("/v1/solutions?project=solved&window=P10D")
                .jsonPath()
                .getList("solutions.n"))
        .isEqualTo(List.of(1));
  }

  private void outcome(String id, Instant at, boolean helped, String caseId) {
    send(id, at, new SolutionOutcome("install", helped, caseId, null, null, null));
  }

  private void resolved(String id, Instant at, String caseId) {
    send(id, at, new CaseResolved(caseId, null, List.of(), null, null));
  }

  private void send(String id, Instant at, UpstreamData data) {
    topic.send(event(id, at, data));
  }

  private static SupportEvent event(String id, Instant at, UpstreamData data) {
    return new SupportEvent("solved", "/desk", id, at, null, at, Topic.DIGEST, data);
  }

  private static JsonPath answer() {
    return given()
        .contentType("application/json")
        .body(Map.of("question", "Who polishes the frobnicator?"))
        .post("/support")
        .jsonPath();
  }

  private static JsonPath solutions() {
    return given().get("/v1/solutions?project=solved").jsonPath();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(60);
    while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
