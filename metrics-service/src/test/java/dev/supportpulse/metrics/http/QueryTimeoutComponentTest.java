package dev.supportpulse.metrics.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.config.QueryConfig;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A question that the database doesn't answer in time is given up, and may be asked again. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class QueryTimeoutComponentTest {

  @Inject AgroalDataSource dataSource;
  @Inject QueryConfig config;

  @Test
  void whatTakesTooLongIsGivenUpAndMayBeAskedAgain() throws SQLException {
    Instant asked = Instant.now();
    try (Connection other = dataSource.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table bucket_day in access exclusive mode");
      given()
          .get("/v1/projects/slow/summary")
          .then()
          .statusCode(503)
          .header("Retry-After", notNullValue())
          .contentType(containsString("application/problem+json"));
      other.rollback();
    }
    assertThat(Duration.between(asked, Instant.now()))
        .isBetween(config.statementTimeout(), config.statementTimeout().plusSeconds(10));
    given().get("/v1/projects/slow/summary").then().statusCode(200);
  }
}
