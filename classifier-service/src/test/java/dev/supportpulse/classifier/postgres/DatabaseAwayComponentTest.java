package dev.supportpulse.classifier.postgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The database dies and comes back: texts are classified all the while. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(value = RestartableDatabase.class, restrictToAnnotatedClass = true)
class DatabaseAwayComponentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String REACHABLE = "checks.find { it.name == 'database' }.data.reachable";

  @Nullable RestartableDatabase database;

  @Test
  void onlyLearningWaits() throws InterruptedException {
    RestartableDatabase restartable = Objects.requireNonNull(database, "not injected");
    await(() -> correct("before"), answer -> answer.statusCode() == 201);

    restartable.kill();

    correct("away")
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .contentType("application/problem+json")
        .body("code", is("DATABASE_UNAVAILABLE"))
        .body("detail", containsString("try again"));
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("text", "查询很慢，CPU 占用 100%"))
        .post("/v1/classifications")
        .then()
        .statusCode(200)
        .body("category", is("PERFORMANCE"));
    given().get("/v1/models").then().statusCode(200);
    Response ready =
        await(
            () -> given().get("/q/health/ready"),
            answer -> !answer.jsonPath().getBoolean(REACHABLE));
    assertThat(ready.statusCode()).isEqualTo(200);

    restartable.startAgain();

    await(() -> correct("away"), answer -> answer.statusCode() == 201);
    correct("before").then().statusCode(200);
  }

  private static Response correct(String id) {
    return given()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "id",
                id,
                "project",
                "away",
                "target",
                Map.of("source", "/forum", "id", id),
                "category",
                "PERFORMANCE"))
        .post("/v1/corrections");
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
