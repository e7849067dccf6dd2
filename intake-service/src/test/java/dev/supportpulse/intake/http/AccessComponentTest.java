package dev.supportpulse.intake.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.supportpulse.events.Topics;
import dev.supportpulse.intake.http.body.Wire;
import dev.supportpulse.intake.kafka.Letters;
import dev.supportpulse.intake.kafka.LogReader;
import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.KeysTestResource;
import dev.supportpulse.localstack.testing.KeysTestResource.TestKey;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intake with a file of keys. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(value = KeysTestResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = MetricsStandIn.class, restrictToAnnotatedClass = true)
class AccessComponentTest {

  private static final String METRICS = Topics.deadLetters("metrics");
  private static final Duration RELOADED_WITHIN = Duration.ofSeconds(10);

  @SuppressWarnings("NullAway.Init") // injected by the test resource
  KafkaBroker broker;

  @SuppressWarnings("NullAway.Init") // injected by itself
  KeysTestResource keys;

  @SuppressWarnings("NullAway.Init") // injected by the framework
  @TestHTTPResource
  URI intake;

  @Inject MeterRegistry meters;

  @Test
  void who_has_no_key_is_told_how_to_get_one() {
    given()
        .contentType("application/json")
        .body(event("demo"))
        .post("/v1/events")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer realm=\"support-pulse\"")
        .body("code", equalTo("KEY_REQUIRED"))
        .body("field", equalTo("Authorization"))
        .body("detail", containsString("./run keys create"));
  }

  @Test
  void a_key_of_another_installation_is_no_key() {
    given()
        .header("Authorization", TestKey.EMITTER.bearer().replaceFirst("_.*_", "_0123456789ab_"))
        .formParam("type", "positive")
        .post("/feedback")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
        .body("code", equalTo("KEY_INVALID"));
  }

  @Test
  void a_large_body_is_refused_without_breaking_the_connection() {
    given()
        .contentType("application/json")
        .body("x".repeat(5 << 20))
        .post("/v1/events")
        .then()
        .statusCode(401)
        .body("code", equalTo("KEY_REQUIRED"));
    given().get("/q/health/live").then().statusCode(200);
  }

  @Test
  void a_viewer_may_not_send_and_an_emitter_may_not_read() {
    post(TestKey.VIEWER, event("demo"))
        .statusCode(403)
        .body("code", equalTo("ROLE_FORBIDDEN"))
        .body("detail", containsString("EMITTER"));
    as(TestKey.EMITTER).get("/v1/accounting?project=demo").then().statusCode(403);
  }

  @Test
  void an_emitter_sends_to_its_project() {
    post(TestKey.EMITTER, event("demo")).statusCode(202);
    post(TestKey.OPERATOR, event("demo")).statusCode(202);
  }

  @Test
  void an_event_of_somebody_elses_project_is_refused_item_by_item() {
    post(TestKey.EMITTER, event("books"))
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("PROJECT_FORBIDDEN"))
        .body("field", equalTo("/project"));
    post(TestKey.EMITTER, "[%s,%s]".formatted(event("demo"), event("books")))
        .statusCode(207)
        .body("results.status", contains("ACCEPTED", "REJECTED"))
        .body("results[1].code", equalTo("PROJECT_FORBIDDEN"));
    as(TestKey.EMITTER)
        .body("{\"type\": \"positive\"}")
        .post("/feedback")
        .then()
        .statusCode(403)
        .body("field", equalTo("project"));

    assertThat(new LogReader(broker).rejected("books")).isEmpty();
  }

  @Test
  void an_operator_does_what_is_to_be_done_about_the_letters_of_its_project_in_its_name()
      throws Exception {
    String own;
    String others;
    try (Letters letters = new Letters(broker)) {
      own = letters.put(METRICS, "demo", "MALFORMED", 1);
      others = letters.put(METRICS, "books", "MALFORMED", 1);
    }
    as(TestKey.OPERATOR).get("/v1/dead-letters/" + others).then().statusCode(404);
    as(TestKey.OPERATOR)
        .body("{\"letters\": [\"%s\", \"%s\"], \"dryRun\": false}".formatted(own, others))
        .post("/v1/dead-letters/park")
        .then()
        .statusCode(200)
        .body("letters.id", contains(own));

    as(TestKey.OPERATOR)
        .get("/v1/dead-letters/" + own)
        .then()
        .statusCode(200)
        .body("mark.by", equalTo(TestKey.OPERATOR.id()));
    assertThat(new LogReader(broker).audit("demo"))
        .extracting(LogReader.Entry::key, LogReader.Entry::data)
        .contains(
            tuple(
                "demo",
                "{\"actor\":\"%s\",\"operation\":\"PARK_LETTER\",\"object\":\"%s\"}"
                    .formatted(TestKey.OPERATOR.id(), own)));
  }

  @Test
  void an_admin_finds_the_pseudonyms_of_a_person_of_its_project() {
    String user = "u-" + UUID.randomUUID();
    post(
            TestKey.EMITTER,
            event("demo").replace("\"sentiment\"", "\"user\": \"" + user + "\", \"sentiment\""))
        .statusCode(202);
    String question = "{\"project\": \"%s\", \"user\": \"%s\"}";

    String pseudonym =
        lookUp(TestKey.ADMIN, question.formatted("demo", user))
            .statusCode(200)
            .body("pseudonyms", contains(startsWith("u_t2_"), startsWith("u_t1_")))
            .extract()
            .path("pseudonyms[0]");

    assertThat(new LogReader(broker).events("demo"))
        .filteredOn(event -> event.data().contains(pseudonym))
        .hasSize(1);
    assertThat(new LogReader(broker).audit("demo"))
        .extracting(LogReader.Entry::data)
        .contains(
            "{\"actor\":\"%s\",\"operation\":\"LOOK_UP_PSEUDONYMS\"}".formatted(TestKey.ADMIN.id()))
        .noneMatch(data -> data.contains(user) || data.contains(pseudonym));
    lookUp(TestKey.OPERATOR, question.formatted("demo", user)).statusCode(403);
    lookUp(TestKey.ADMIN, question.formatted("books", user))
        .statusCode(403)
        .body("code", equalTo("PROJECT_FORBIDDEN"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"project\": \"demo\"}                            | /user",
        "{\"project\": \"demo\", \"user\": \" \"}           | /user",
        "{\"project\": \"No One\", \"user\": \"u\"}         | /project",
        "{\"project\": \"demo\", \"user\": \"u\", \"x\": 1} | /x",
        "null                                            | /project",
      })
  void a_person_that_is_not_named_well_is_told_so(String body, String field) {
    lookUp(TestKey.ADMIN, body).statusCode(400).body("field", equalTo(field));
  }

  private static ValidatableResponse lookUp(TestKey key, String body) {
    return as(key).body(body).post("/v1/pseudonyms").then();
  }

  @Test
  void a_quota_is_told_and_kept_to() {
    String three = "[%s,%s,%s]".formatted(event("demo"), event("demo"), event("demo"));
    String four = three.replace("]", "," + event("demo") + "]");

    post(TestKey.LIMITED_EMITTER, three)
        .statusCode(202)
        .header("RateLimit-Policy", "\"key\";q=3;w=5400")
        .header("RateLimit", matchesPattern("\"key\";r=0;t=5[34]\\d\\d"));
    post(TestKey.LIMITED_EMITTER, event("demo"))
        .statusCode(429)
        .header("Retry-After", matchesPattern("1[78]\\d\\d"))
        .header("RateLimit", containsString("r=0"))
        .body("code", equalTo("QUOTA_EXHAUSTED"));
    post(TestKey.EMITTER, four).statusCode(202).header("RateLimit", nullValue());
  }

  @Test
  void who_has_their_share_in_flight_waits_while_others_get_in()
      throws IOException, InterruptedException {
    int mebibyte = 1 << 20;
    int share = 12; // of 16, of which one may hold 0.8
    String large = event("demo") + " ".repeat(mebibyte - 500);
    List<Wire> unfinished = new ArrayList<>();
    for (int i = 0; i < share; i++) {
      Wire wire = new Wire(intake);
      unfinished.add(
          wire.send(
                  "POST /v1/events HTTP/1.1\nHost: x\nAuthorization: %s\nContent-Type: application/json\nContent-Length: %d\n\n"
                      .formatted(TestKey.OPERATOR.bearer(), mebibyte + 1))
              .send(new byte[mebibyte]));
    }
    awaitInFlight(share * mebibyte);

    post(TestKey.OPERATOR, large)
        .statusCode(503)
        .header("Retry-After", "2")
        .body("code", equalTo("TOO_BUSY"));
    post(TestKey.EMITTER, large).statusCode(202);

    for (Wire wire : unfinished) {
      wire.close();
    }
    awaitInFlight(0);
    post(TestKey.OPERATOR, large).statusCode(202);
  }

  @Test
  void all_accounting_is_for_keys_of_all_projects() {
    as(TestKey.VIEWER).get("/v1/accounting?project=demo").then().statusCode(200);
    as(TestKey.VIEWER)
        .get("/v1/accounting?project=books")
        .then()
        .statusCode(403)
        .body("code", equalTo("PROJECT_FORBIDDEN"));
    as(TestKey.VIEWER).get("/v1/accounting?project=demo&project=books").then().statusCode(403);
    as(TestKey.VIEWER)
        .get("/v1/accounting")
        .then()
        .statusCode(403)
        .body("detail", containsString("'project'"));
    as(TestKey.VIEWER_OF_ALL).get("/v1/accounting").then().statusCode(200);
  }

  @Test
  void metrics_is_asked_with_the_callers_key() {
    as(TestKey.VIEWER)
        .get("/v1/accounting?project=demo")
        .then()
        .statusCode(200)
        .body("authorization", equalTo(TestKey.VIEWER.bearer()));
  }

  @Test
  void a_revoked_key_is_refused_without_a_restart() throws InterruptedException {
    post(TestKey.EMITTER, event("demo")).statusCode(202);

    keys.mount(TestKey.OPERATOR);
    await(TestKey.EMITTER, 401);
    post(TestKey.OPERATOR, event("demo")).statusCode(202);

    keys.mount(TestKey.values());
    await(TestKey.EMITTER, 202);
  }

  @Test
  void health_and_metrics_ask_for_no_key_and_tell_none() {
    as(TestKey.VIEWER).get("/v1/accounting?project=books");

    given().get("/q/health/ready").then().statusCode(200);
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("supportpulse_access_refused_total{reason=\"PROJECT_FORBIDDEN\"}"),
                not(containsString("sp_"))));
  }

  private void awaitInFlight(int bytes) throws InterruptedException {
    Gauge inFlight = meters.get("supportpulse.intake.in.flight.bytes").gauge();
    Instant deadline = Instant.now().plus(RELOADED_WITHIN);
    while (inFlight.value() != bytes) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(5);
    }
  }

  private static void await(TestKey key, int status) throws InterruptedException {
    Instant deadline = Instant.now().plus(RELOADED_WITHIN);
    while (as(key).body(event("demo")).post("/v1/events").statusCode() != status) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(50);
    }
  }

  private static ValidatableResponse post(TestKey key, String body) {
    return as(key).body(body).post("/v1/events").then();
  }

  private static RequestSpecification as(TestKey key) {
    return given().header("Authorization", key.bearer()).contentType("application/json");
  }

  private static String event(String project) {
    return """
    {"id":"%s","source":"/forum","project":"%s","type":"dev.supportpulse.feedback.submitted",
     "data":{"sentiment":"POSITIVE"}}
    """
        .formatted(UUID.randomUUID(), project);
  }
}
