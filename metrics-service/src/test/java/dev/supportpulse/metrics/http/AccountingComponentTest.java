package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.http.Api.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class AccountingComponentTest {

  @Inject AgroalDataSource dataSource;

  @Test
  void addsUpByProjectAndHourOverAllStripes() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into accounting values
            ('books', '2026-11-20T10:00:00Z', 0, 1, 2, 3, 4),
            ('books', '2026-11-20T10:00:00Z', 1, 10, 20, 30, 40),
            ('books', '2026-11-20T11:00:00Z', 0, 5, 0, 0, 0)
          """);
    }
    given()
        .get("/v1/accounting?project=books&from=2026-11-20&to=2026-11-21")
        .then()
        .statusCode(200)
        .body("from", equalTo("2026-11-20T00:00:00Z"))
        .body("rows.hour", contains("2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z"))
        .body("rows.received", contains(110, 5))
        .body("rows.accepted", contains(11, 5))
        .body("rows.duplicate", contains(22, 0))
        .body("rows.rejected", contains(33, 0))
        .body("rows.quarantined", contains(44, 0));
    given()
        .get("/v1/accounting?from=2026-11-20&to=2026-11-21")
        .then()
        .statusCode(200)
        .body("rows.project", hasItem("books"));
    given().get("/v1/accounting?from=x").then().statusCode(400).body("field", equalTo("from"));
  }
}
