package dev.supportpulse.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.KeysTestResource;
import dev.supportpulse.localstack.testing.KeysTestResource.TestKey;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Metrics with a file of keys. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(value = KeysTestResource.class, restrictToAnnotatedClass = true)
class AccessComponentTest {

  private static final String BASELINE = "{\"netSatisfaction\": 0.5}";

  @Inject AgroalDataSource dataSource;

  @Test
  void figuresAreForViewersOfTheProject() {
    Api.given()
        .get("/v1/projects/demo/summary")
        .then()
        .statusCode(401)
        .body("code", equalTo("KEY_REQUIRED"));
    as(TestKey.EMITTER).get("/v1/projects/demo/summary").then().statusCode(403);
    as(TestKey.VIEWER).get("/v1/projects/demo/summary").then().statusCode(200);
    as(TestKey.VIEWER)
        .get("/v1/projects/books/summary")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("PROJECT_FORBIDDEN"));
    as(TestKey.VIEWER).get("/v1/projects/d%65mo/summary").then().statusCode(200);
    as(TestKey.VIEWER_OF_ALL).get("/v1/projects/books/summary").then().statusCode(200);
  }

  @Test
  void theSourceDocumentsFiguresAreThoseOfTheDefaultProject() {
    as(TestKey.VIEWER).get("/feedback").then().statusCode(403);
    as(TestKey.VIEWER_OF_ALL).get("/feedback").then().statusCode(200);
  }

  @Test
  void referenceDataIsSetByOperatorsAndTheAuditKnowsByWhom() throws SQLException {
    as(TestKey.VIEWER)
        .body(BASELINE)
        .put("/v1/projects/demo/baseline")
        .then()
        .statusCode(403)
        .body("code", equalTo("ROLE_FORBIDDEN"));
    as(TestKey.OPERATOR).body(BASELINE).put("/v1/projects/demo/baseline").then().statusCode(200);
    as(TestKey.VIEWER).get("/v1/projects/demo/baseline").then().statusCode(200);

    assertThat(lastActor()).isEqualTo(TestKey.OPERATOR.id());
  }

  @Test
  void bucketsAreRebuiltByAdministrators() {
    as(TestKey.OPERATOR)
        .post("/v1/projects/demo/rebuild")
        .then()
        .statusCode(403)
        .body("code", equalTo("ROLE_FORBIDDEN"));
    as(TestKey.ADMIN)
        .post("/v1/projects/demo/rebuild")
        .then()
        .statusCode(200)
        .body("project", equalTo("demo"))
        .body("buckets.DAY", equalTo(0));
  }

  @Test
  void erasureIsForAdministrators() {
    String user = "/v1/projects/demo/users/u_k1_AAAAAAAAAAAAAAAAAAAAAA";
    as(TestKey.OPERATOR).delete(user).then().statusCode(403);
    as(TestKey.OPERATOR).delete("/v1/projects/demo").then().statusCode(403);
    as(TestKey.ADMIN).delete("/v1/projects/books").then().statusCode(403);
    as(TestKey.ADMIN)
        .delete("/v1/projects/demo/users/someone")
        .then()
        .statusCode(400)
        .body("field", equalTo("user"));
    as(TestKey.ADMIN)
        .delete(user)
        .then()
        .statusCode(200)
        .body("state", equalTo("ERASED"))
        .body("rows", equalTo(0));
    as(TestKey.ADMIN)
        .delete("/v1/projects/demo")
        .then()
        .statusCode(200)
        .body("project", equalTo("demo"))
        .body("state", equalTo("ERASED"));
  }

  @Test
  void allAccountingIsForKeysOfAllProjects() {
    as(TestKey.VIEWER).get("/v1/accounting").then().statusCode(403);
    as(TestKey.VIEWER).get("/v1/accounting?project=demo").then().statusCode(200);
    as(TestKey.VIEWER_OF_ALL).get("/v1/accounting").then().statusCode(200);
  }

  @Test
  void onlyTheCallersProjectsAreNamed() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("insert into change values ('secret', 0, 1)");
    }
    as(TestKey.VIEWER).get("/v1/projects").then().body("projects", not(hasItem("secret")));
    as(TestKey.VIEWER_OF_ALL).get("/v1/projects").then().body("projects", hasItem("secret"));
  }

  private String lastActor() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select actor from audit where project = 'demo' and action = 'baseline'")) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static RequestSpecification as(TestKey key) {
    return Api.given()
        .urlEncodingEnabled(false)
        .header("Authorization", key.bearer())
        .contentType("application/json");
  }
}
