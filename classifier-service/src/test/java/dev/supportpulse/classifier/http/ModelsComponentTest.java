package dev.supportpulse.classifier.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Corrections make a challenger, and a promotion makes it the champion, and back. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@WithTestResource(PostgresTestResource.class)
class ModelsComponentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String[] PARTS = {"shuttle", "heddle", "reed", "dobby", "warp beam"};

  @Test
  void learnsPromotesAndGoesBack() throws InterruptedException {
    Response models =
        await(() -> given().get("/v1/models"), answer -> answer.path("versions.size()").equals(1));
    String shipped = models.path("champion");
    assertThat(shipped).startsWith("shipped-");
    assertThat(category("mill")).isNotEqualTo("TRAINING");

    for (int i = 0; i < 40; i++) {
      String text = "The %s slips since shift %d".formatted(PARTS[i % PARTS.length], i);
      int status = await(correction(i, text), answer -> answer.statusCode() == 201).statusCode();
      assertThat(status).isEqualTo(201);
    }

    JsonPath learned =
        await(
                () -> given().get("/v1/models"),
                answer -> Integer.valueOf(40).equals(answer.path(LESSON)))
            .jsonPath();
    String challenger = learned.getString("challenger");
    assertThat(challenger).startsWith("learned-");
    assertThat(learned.getString("champion")).isEqualTo(shipped);
    // Beside those of other tests.
    assertThat(learned.getInt("versions[0].report.corrections.ACCURATE.texts"))
        .isGreaterThanOrEqualTo(40);
    assertThat(learned.getInt("versions[0].report.heldBack.FAST.texts")).isGreaterThan(200);
    assertThat(category("mill")).isNotEqualTo("TRAINING");

    int sequence =
        given()
            .post("/v1/models/" + challenger + "/promote")
            .then()
            .statusCode(200)
            .extract()
            .path("sequence");
    Response promoted =
        await(
            () -> given().get("/v1/models"), answer -> challenger.equals(answer.path("champion")));
    assertThat(promoted.<Integer>path("sequence")).isEqualTo(sequence);
    promoted
        .then()
        .body("models[0].model.version", startsWith("embedding-"))
        .body("models[0].model.sequence", is(sequence));
    assertThat(category("mill")).isEqualTo("TRAINING");
    assertThat(category("other")).isNotEqualTo("TRAINING");

    int back =
        given()
            .post("/v1/models/" + shipped + "/promote")
            .then()
            .statusCode(200)
            .extract()
            .path("sequence");
    assertThat(back).isGreaterThan(sequence);
    await(() -> given().get("/v1/models"), answer -> shipped.equals(answer.path("champion")));
    assertThat(category("mill")).isNotEqualTo("TRAINING");

    given().post("/v1/models/" + challenger + "/promote").then().statusCode(200);
    await(() -> given().get("/v1/models"), answer -> challenger.equals(answer.path("champion")));
    assertThat(category("mill")).isEqualTo("TRAINING");
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("project", "mill"))
        .post("/v1/erasures")
        .then()
        .statusCode(200);
    // Nothing of the project is left in the champion either.
    assertThat(category("mill")).isNotEqualTo("TRAINING");
    given()
        .get("/v1/models")
        .then()
        .body("versions.lessons.mill.corrections", everyItem(nullValue()));
  }

  private static final String LESSON = "versions[0].lessons.mill.corrections";

  @Test
  void knowsNoOtherVersion() throws InterruptedException {
    Response answer =
        await(
            () -> given().post("/v1/models/learned-nobody/promote"),
            tried -> tried.statusCode() != 503);
    answer.then().statusCode(404).body("code", is("NOT_FOUND")).body("detail", not(""));
  }

  private static Supplier<Response> correction(int number, String text) {
    return () ->
        given()
            .contentType(ContentType.JSON)
            .body(
                Map.of(
                    "id",
                    "c-" + number,
                    "project",
                    "mill",
                    "target",
                    Map.of("source", "/forum", "id", "post-" + number),
                    "category",
                    "TRAINING",
                    "text",
                    text))
            .post("/v1/corrections");
  }

  private static String category(String project) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("text", "The shuttle slips since shift 0", "project", project))
        .post("/v1/classifications?tier=fast")
        .then()
        .statusCode(200)
        .extract()
        .path("category");
  }

  private static Response await(Supplier<Response> ask, Predicate<Response> wanted)
      throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    Response answer = ask.get();
    while (!wanted.test(answer) && Instant.now().isBefore(end)) {
      Thread.sleep(100);
      answer = ask.get();
    }
    assertThat(wanted.test(answer)).as(answer.asString()).isTrue();
    return answer;
  }
}
