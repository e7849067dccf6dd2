package dev.supportpulse.intake.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.DeadLetterHeaders;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.GoldenEvents;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.intake.kafka.Letters;
import dev.supportpulse.intake.kafka.LogReader;
import dev.supportpulse.intake.kafka.LogReader.Entry;
import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was set aside is told, and gets another chance, through a real broker. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class DeadLettersComponentTest {

  private static final String ROUTE = "/v1/dead-letters";
  private static final String METRICS = Topics.deadLetters("metrics");

  @SuppressWarnings("NullAway.Init") // injected by the test resource
  KafkaBroker broker;

  /** Each test has a project of its own, so that it reads what it wrote. */
  private String project = "";

  @BeforeEach
  void aProjectOfItsOwn() {
    project = "p" + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void a_quarantined_event_is_released_as_it_came_and_once() {
    Instant received = Instant.now();
    ObjectNode event = old("quarantined");
    given()
        .contentType("application/json")
        .body(event.toString())
        .post("/v1/events")
        .then()
        .statusCode(202)
        .body("status", equalTo("QUARANTINED"));
    String id = onlyLetter(Topics.REJECTED, "WAITING");

    redrive("{\"letters\":[\"%s\"]}".formatted(id))
        .body("dryRun", equalTo(true))
        .body("done", equalTo(1))
        .body("letters[0].action", equalTo("REDRIVE"))
        .body("letters[0].to", equalTo(Topics.EVENTS))
        .body("letters[0].attempt", equalTo(2));
    assertThat(log().events(project)).isEmpty();

    redrive("{\"letters\":[\"%s\"],\"dryRun\":false,\"note\":\"wanted\"}".formatted(id))
        .body("dryRun", equalTo(false))
        .body("done", equalTo(1));
    redrive("{\"letters\":[\"%s\"],\"dryRun\":false}".formatted(id))
        .body("done", equalTo(0))
        .body("letters[0].why", containsString("it is REDRIVEN"));

    Entry released = log().events(project).get(0);
    SupportEvent read = EventCodec.decode(released.event());
    assertThat(log().events(project)).hasSize(1);
    assertThat(released.key()).isEqualTo(read.identity().hex());
    assertThat(read.occurredAt()).isEqualTo(Instant.parse(event.path("time").asText()));
    assertThat(read.receivedAt()).isBetween(received, received.plusSeconds(30));
    assertThat(released.headers())
        .containsEntry(DeadLetterHeaders.ATTEMPTS, "1")
        .containsEntry(DeadLetterHeaders.QUARANTINED, String.valueOf(read.receivedAt()));
    given()
        .get(ROUTE + "/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("REDRIVEN"))
        .body("mark.by", equalTo("anonymous"))
        .body("mark.note", equalTo("wanted"))
        .body("body.original.id", equalTo("quarantined"))
        .body("headers.name", hasItem("ce_digest"));
  }

  @Test
  void the_released_event_has_the_digest_that_its_client_gives_it_again() {
    ObjectNode event = old("same");
    post(event);
    redrive(
        "{\"topic\":\"support.rejected\",\"project\":\"%s\",\"dryRun\":false}".formatted(project));
    post(event);

    String released = log().events(project).get(0).attribute("digest");
    assertThat(log().rejected(project))
        .extracting(e -> e.attribute("digest"))
        .containsOnly(released);
  }

  @Test
  void a_rejected_event_is_told_with_the_remedy_and_can_not_be_redriven() {
    ObjectNode event = old("rejected");
    event.remove("data");
    given().contentType("application/json").body(event.toString()).post("/v1/events");
    String id = onlyLetter(Topics.REJECTED, "FINAL");

    redrive("{\"letters\":[\"%s\"],\"dryRun\":false}".formatted(id))
        .body("done", equalTo(0))
        .body("letters[0].why", containsString("send it again"));
    given()
        .get(ROUTE + "/" + id)
        .then()
        .body("code", equalTo("INVALID_FIELD"))
        .body("remedy", containsString("secrets"))
        .body("body.field", startsWith("/"));
    assertThat(log().events(project)).isEmpty();
  }

  @Test
  void a_dead_letter_goes_back_for_its_service_with_its_attempts_and_is_parked_at_last()
      throws Exception {
    try (Letters letters = new Letters(broker)) {
      letters.put(METRICS, project, "MALFORMED", 2);
      letters.put(METRICS, project, "MALFORMED", 5);
    }
    String waiting = onlyLetter(METRICS, "WAITING");
    String parked = onlyLetter(METRICS, "PARKED");

    redrive(
            "{\"topic\":\"%s\",\"project\":\"%s\",\"code\":\"MALFORMED\",\"dryRun\":false}"
                .formatted(METRICS, project))
        .body("letters.id", equalTo(List.of(waiting)))
        .body("letters[0].attempt", equalTo(3));
    redrive("{\"letters\":[\"%s\"],\"dryRun\":false}".formatted(parked)).body("left", equalTo(1));

    Entry again = log().events(project).get(0);
    assertThat(log().events(project)).hasSize(1);
    assertThat(again.headers())
        .containsEntry(DeadLetterHeaders.ATTEMPTS, "2")
        .containsEntry(DeadLetterHeaders.FOR, "metrics")
        .containsEntry("traceparent", Letters.TRACE)
        .doesNotContainKeys(DeadLetterHeaders.CODE, DeadLetterHeaders.TOPIC);
    onlyLetter(METRICS, "REDRIVEN");

    redrive("{\"letters\":[\"%s\"],\"state\":\"PARKED\",\"dryRun\":false}".formatted(parked))
        .body("done", equalTo(1));
    assertThat(log().events(project)).hasSize(2);
  }

  @Test
  void an_operator_parks_a_letter() throws Exception {
    try (Letters letters = new Letters(broker)) {
      letters.put(METRICS, project, "WRONG_KEY", 1);
    }
    String id = onlyLetter(METRICS, "WAITING");

    given()
        .contentType("application/json")
        .body("{\"letters\":[\"%s\"],\"dryRun\":false,\"note\":\"of a test\"}".formatted(id))
        .post(ROUTE + "/park")
        .then()
        .statusCode(200)
        .body("letters[0].action", equalTo("PARK"));

    assertThat(onlyLetter(METRICS, "PARKED")).isEqualTo(id);
    assertThat(log().events(project)).isEmpty();
  }

  @Test
  void counts_show_in_the_api_in_health_and_in_metrics_and_keep_nobody_from_working()
      throws Exception {
    try (Letters letters = new Letters(broker)) {
      letters.put(METRICS, project, "C" + project.toUpperCase(java.util.Locale.ROOT), 1);
    }

    given()
        .get(ROUTE)
        .then()
        .statusCode(200)
        .body(
            "topics.topic",
            equalTo(List.of(Topics.REJECTED, Topics.deadLetters("classifier"), METRICS)))
        .body(
            "topics[2].counts.find { it.code == 'C%s' }.letters"
                .formatted(project.toUpperCase(java.util.Locale.ROOT)),
            equalTo(1));
    given()
        .get("/q/health")
        .then()
        .statusCode(200)
        .body(
            "checks.find { it.name == 'dead letters' }.data['%s waiting']".formatted(METRICS),
            notNullValue());
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.name", equalTo(List.of("log")));
    assertThat(given().get("/q/metrics").asString())
        .containsPattern(
            "supportpulse_dead_letters\\{state=\"waiting\",topic=\"support.metrics.dead-letters\",?\\} [1-9]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/support.rejected?colour=red      | 400 | colour",
        "/support.rejected?state=SLEEPING  | 400 | state",
        "/support.rejected?limit=0         | 400 | limit",
        "/support.rejected?limit=many      | 400 | limit",
        "/support.rejected?limit=1001      | 400 | limit",
        "/support.rejected?from=yesterday  | 400 | from",
        "/support.rejected?after=x         | 400 | after",
        "/support.rejected?after=support.metrics.dead-letters/0/1 | 400 | after",
        "/support.events                   | 404 | ",
        "/support.rejected/0/x             | 400 | letter",
        "/support.rejected/0/999999999     | 404 | ",
        "?project=demo                     | 400 | project",
      })
  void a_wrong_question_is_told_by_name(String path, int status, String field) {
    given()
        .urlEncodingEnabled(false)
        .get(ROUTE + path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("field", equalTo(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json                                                 | ''",
        "null                                                     | ''",
        "{}                                                       | /letters",
        "{\"letters\":[\"a/b\"]}                                  | /letters/0",
        "{\"letters\":[null]}                                     | /letters/0",
        "{\"letters\":[\"support.events/0/1\"]}                   | /letters/0",
        "{\"letters\":[\"support.rejected/0/1\"],\"topic\":\"support.rejected\"} | /letters",
        "{\"topic\":\"support.events\"}                           | /topic",
        "{\"topic\":\"support.rejected\",\"state\":\"FINAL\"}     | /state",
        "{\"topic\":\"support.rejected\",\"limit\":100000}        | /limit",
        "{\"topic\":\"support.rejected\",\"dryrun\":false}        | /dryrun",
        "{\"topic\":\"support.rejected\",\"dryRun\":\"perhaps\"}  | /dryRun",
      })
  void a_wrong_selection_is_told_by_name(String body, String field) {
    given()
        .contentType("application/json")
        .body(body)
        .post(ROUTE + "/redrive")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field));
  }

  private ObjectNode old(String id) {
    ObjectNode event = GoldenEvents.full(EventType.FEEDBACK_SUBMITTED).json().deepCopy();
    return event
        .put("id", id)
        .put("project", project)
        .put("time", Instant.now().minus(Duration.ofDays(500)).toString());
  }

  private static void post(ObjectNode event) {
    given()
        .contentType("application/json")
        .body(event.toString())
        .post("/v1/events")
        .then()
        .statusCode(202);
  }

  private static ValidatableResponse redrive(String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post(ROUTE + "/redrive")
        .then()
        .statusCode(200);
  }

  private String onlyLetter(String topic, String state) {
    return given()
        .queryParams(Map.of("project", project, "state", state))
        .get(ROUTE + "/" + topic)
        .then()
        .statusCode(200)
        .body("letters", hasSize(1))
        .extract()
        .path("letters[0].id");
  }

  private LogReader log() {
    return new LogReader(broker);
  }
}
