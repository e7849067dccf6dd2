package dev.supportpulse.classifier.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseReopened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.SolutionOutcome;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.SurveyAnswered;
import dev.supportpulse.events.UpstreamData;
import dev.supportpulse.events.UsageRecorded;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tools judged by what happened with them, through a real broker and database. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@WithTestResource(PostgresTestResource.class)
class ToolsComponentTest {

  private final Instant then = Instant.now().minus(Duration.ofDays(2));

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private Topic topic;
  private int sent;

  @BeforeEach
  void open() {
    topic = new Topic(bootstrapServers);
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void ranksByTrialsOfCases() throws InterruptedException {
    for (int i = 0; i < 6; i++) {
      String caseId = "p" + i;
      send(opened(caseId, "Queries are very slow, CPU at 100 %"));
      send(new CaseResolved(caseId, null, List.of("phone"), null, null));
      // Outcome over rating.
      send(new SolutionOutcome("tune", true, caseId, "phone", null, null));
      send(rated(caseId, 1));
    }
    // Helped, but reopened since.
    send(opened("p9", "Queries are very slow, CPU at 100 %"));
    send(new SolutionOutcome("tune", true, "p9", "phone", null, null));
    send(then.plusSeconds(99), new CaseReopened("p9", null));
    // A trial by itself, of no known category.
    send(new SolutionOutcome("tune", true, null, "phone", null, null));
    // By rating alone; and one of which nothing is known.
    send(new CaseResolved("c1", null, List.of("online-chat"), null, null));
    send(rated("c1", 5));
    send(new CaseResolved("c2", null, List.of("online-chat"), null, null));
    send(new UsageRecorded("calls", new BigDecimal("90"), "minutes", "phone", null, null));
    topic.flush();

    Instant end = Instant.now().plusSeconds(60);
    JsonPath tools = tools("");
    while (!List.of(8, 1).equals(tools.getList("tools.findAll { it.n > 0 }.n"))
        && Instant.now().isBefore(end)) {
      Thread.sleep(100);
      tools = tools("");
    }

    assertThat(tools.getList("tools.id", String.class)).startsWith("phone", "online-chat");
    assertThat(tools.getList("tools.rank")).startsWith(1, 2, 3);
    assertThat(tools.getInt("tools[0].n")).isEqualTo(8);
    assertThat(tools.getDouble("tools[0].effectiveness.mean")).isCloseTo(8.0 / 10, within(1e-6));
    assertThat(tools.getInt("tools[0].byCategory.PERFORMANCE.n")).isEqualTo(7);
    assertThat(tools.getInt("tools[1].n")).isEqualTo(1);
    assertThat(tools.getString("tools[0].names.zh")).isEqualTo("电话支持");
    assertThat(tools("&category=TRAINING").getList("tools.n")).containsOnly(0);
  }

  @Test
  void aToolOfOnesOwnIsRecommendedWhereItHelped() throws InterruptedException {
    for (int i = 0; i < 8; i++) {
      send("own", then, opened("w" + i, "Queries are very slow, CPU at 100 %"));
      send("own", then, new SolutionOutcome("tune", true, "w" + i, "war-room", null, null));
    }
    topic.flush();

    Instant end = Instant.now().plusSeconds(60);
    while (!recommended("own", "Queries are very slow, CPU at 100 %").contains("war-room")
        && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }

    assertThat(recommended("own", "Queries are very slow, CPU at 100 %")).startsWith("war-room");
    assertThat(recommended("other", "Queries are very slow, CPU at 100 %"))
        .doesNotContain("war-room");
    assertThat(recommended("own", "Do you offer training for our team?"))
        .doesNotContain("war-room");
    assertThat(given().get("/v1/tools?project=own").jsonPath().getString("tools[0].id"))
        .isEqualTo("war-room");
  }

  private static List<String> recommended(String project, String text) {
    return given()
        .contentType("application/json")
        .body(Map.of("project", project, "text", text))
        .post("/v1/classifications?tier=fast")
        .jsonPath()
        .getList("tools", String.class);
  }

  @Test
  void namesTheParameterAtFault() {
    given()
        .get("/v1/tools?category=WEATHER")
        .then()
        .statusCode(400)
        .body("field", equalTo("category"));
  }

  private static JsonPath tools(String more) {
    return given().get("/v1/tools?project=tooled" + more).jsonPath();
  }

  private void send(UpstreamData data) {
    send(then, data);
  }

  private void send(Instant at, UpstreamData data) {
    send("tooled", at, data);
  }

  private void send(String project, Instant at, UpstreamData data) {
    String id = "t" + sent++;
    topic.send(new SupportEvent(project, "/desk", id, at, null, at, Topic.DIGEST, data));
  }

  private static CaseOpened opened(String caseId, String text) {
    return new CaseOpened(caseId, null, text, null, null, null, null, null, List.of(), null);
  }

  private static SurveyAnswered rated(String caseId, int rating) {
    return new SurveyAnswered(Map.of("overall", rating), caseId, null, null, null, null, null);
  }
}
