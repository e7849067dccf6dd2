package dev.supportpulse.classifier.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corrections over HTTP, with a broker and a database. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@WithTestResource(PostgresTestResource.class)
class CorrectionsComponentTest {

  @BeforeEach
  void awaitDatabase() throws InterruptedException {
    awaitStatus(200);
  }

  @Test
  void storesACorrectionOnce() {
    Map<String, Object> correction = correction("once", "c-1");

    long sequence =
        post(correction)
            .statusCode(201)
            .body("category", is("SECURITY"))
            .body("target.id", is("post-1"))
            .body("correctedBy", is("anonymous"))
            .extract()
            .jsonPath()
            .getLong("sequence");

    post(correction).statusCode(200).body("sequence", is((int) sequence));
    given()
        .get("/v1/corrections?project=once")
        .then()
        .body("corrections.id", is(List.of("c-1")))
        .body("next", nullValue());
  }

  @Test
  void withoutAnIdEachIsACorrectionOfItsOwn() {
    Map<String, Object> correction = correction("unnamed", "");
    correction.remove("id");

    post(correction).statusCode(201);
    post(correction).statusCode(201);

    given()
        .get("/v1/corrections?project=unnamed")
        .then()
        .body("corrections.id.unique().size()", is(2));
  }

  @Test
  void refusesAnotherCorrectionOfTheSameId() {
    post(correction("conflict", "c-1")).statusCode(201);
    Map<String, Object> other = correction("conflict", "c-1");
    other.put("category", "TRAINING");

    post(other).statusCode(409).body("code", is("CORRECTION_CONFLICT")).body("field", is("/id"));
    post(correction("conflict-elsewhere", "c-1")).statusCode(201);
  }

  @Test
  void pagesFromTheNewest() {
    for (int i = 0; i < 5; i++) {
      post(correction("paged", "c-" + i)).statusCode(201);
    }

    long next =
        given()
            .get("/v1/corrections?project=paged&limit=3")
            .then()
            .statusCode(200)
            .body("corrections.id", is(List.of("c-4", "c-3", "c-2")))
            .extract()
            .jsonPath()
            .getLong("next");
    given()
        .get("/v1/corrections?project=paged&limit=3&after=" + next)
        .then()
        .body("corrections.id", is(List.of("c-1", "c-0")))
        .body("next", nullValue());
    given().get("/v1/corrections?limit=0").then().statusCode(400).body("field", is("limit"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          project     | No Project  | /project
          category    | WISH        | /category
          category    |             | /category
          sentiment   | HAPPY       | /sentiment
          subCategory | billing     | /subCategory
          target      | post-1      | /target
          taget       | post-1      | /taget
          """)
  void refusesWhatItDoesNotUnderstandNamingTheField(String field, String value, String fault) {
    Map<String, Object> body = correction("refused", "c-1");
    body.put(field, value);
    post(body).statusCode(400).body("code", is("INVALID_FIELD")).body("field", is(fault));
  }

  @Test
  void takesTheSubCategoriesOfEveryProject() {
    Map<String, Object> body = correction("sub", "c-1");
    body.put("subCategory", "upgrade");
    body.put("sentiment", "NEGATIVE");
    post(body)
        .statusCode(201)
        .body("subCategory", is("upgrade"))
        .body("sentiment", is("NEGATIVE"))
        .body("sequence", greaterThanOrEqualTo(1_000));
  }

  @Test
  void forgetsWhatTheEventSaysForGood() {
    Map<String, Object> correction = correction("forgetful", "c-1");
    correction.put("note", "the customer told us on the phone");
    long sequence =
        post(correction)
            .statusCode(201)
            .body("learnable", is(true))
            .extract()
            .jsonPath()
            .getLong("sequence");
    String text = "/v1/corrections/" + sequence + "/text";

    given().delete(text).then().statusCode(400).body("field", is("project"));
    given().delete(text + "?project=elsewhere").then().statusCode(404);
    given().delete(text + "?project=forgetful").then().statusCode(204);

    given()
        .get("/v1/corrections?project=forgetful")
        .then()
        .body("corrections[0].category", is("SECURITY"))
        .body("corrections[0].learnable", is(false))
        .body("corrections[0].note", nullValue());
  }

  private static void awaitStatus(int status) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    int last = 0;
    while (last != status && Instant.now().isBefore(end)) {
      last = given().get("/v1/corrections").statusCode();
      Thread.sleep(100);
    }
    assertThat(last).isEqualTo(status);
  }

  private static Map<String, Object> correction(String project, String id) {
    return new HashMap<>(
        Map.of(
            "id",
            id,
            "project",
            project,
            "target",
            Map.of("source", "/forum", "id", "post-1"),
            "category",
            "SECURITY",
            "text",
            "Anyone can read the backups"));
  }

  private static ValidatableResponse post(Object body) {
    return given().contentType(ContentType.JSON).body(body).post("/v1/corrections").then();
  }
}
