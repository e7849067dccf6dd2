package dev.supportpulse.metrics.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.events.Topics;
import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.postgres.AuditOutbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Whoever changes something is told of by the topic that is kept for ever. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class AuditTellerComponentTest {

  private static final String PROJECT = "told";

  @SuppressWarnings("NullAway.Init")
  KafkaBroker broker;

  @Inject AuditTeller teller;
  @Inject AuditOutbox outbox;
  @Inject AgroalDataSource dataSource;

  @Test
  void theTopicIsToldOfReferenceDataRebuildsAndErasures() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"netSatisfaction\": 0.5}")
        .put("/v1/projects/{p}/baseline", PROJECT)
        .then()
        .statusCode(200);
    given().post("/v1/projects/{p}/rebuild", PROJECT).then().statusCode(200);
    given()
        .delete("/v1/projects/{p}/users/{u}", PROJECT, "u_k1_abcdefghijklmnopqrstuv")
        .then()
        .statusCode(200);
    given().delete("/v1/projects/{p}", PROJECT).then().statusCode(200);

    teller.tell();

    List<ConsumerRecord<byte[], byte[]>> told = told(PROJECT, 4);
    assertThat(told)
        .extracting(AuditTellerComponentTest::said)
        .containsExactly(
            "anonymous SET_BASELINE",
            "anonymous REBUILD",
            "anonymous ERASE_USER",
            "anonymous ERASE_PROJECT");
    assertThat(told)
        .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
        .containsOnly(PROJECT);
  }

  @Test
  void whatCouldNotBeToldIsToldLater() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into audit (at, actor, project, action, body) values (now(), 'key', 'untold', 'budget', '{}')");
    }
    assertThatThrownBy(
            () ->
                outbox.tell(
                    entries -> {
                      throw new IllegalStateException("no broker");
                    }))
        .hasMessage("no broker");

    teller.tell();

    assertThat(told("untold", 1))
        .extracting(AuditTellerComponentTest::said)
        .containsExactly("key SET_BUDGET");
  }

  private List<ConsumerRecord<byte[], byte[]>> told(String project, int count) {
    try (TestTopics topics = new TestTopics(broker.bootstrapServers())) {
      return topics.letters(
          Topics.AUDIT, count, record -> project.equals(TestTopics.header(record, "ce_project")));
    }
  }

  private static String said(ConsumerRecord<byte[], byte[]> record) {
    try {
      var data = new ObjectMapper().readTree(record.value());
      return data.get("actor").asText() + " " + data.get("operation").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
