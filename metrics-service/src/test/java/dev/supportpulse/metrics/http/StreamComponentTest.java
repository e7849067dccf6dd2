package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.figure.Tallies.tally;
import static dev.supportpulse.metrics.http.Api.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.postgres.TestBuckets;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Measure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The summary is pushed when it changes, and only then. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@Timeout(60)
class StreamComponentTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject TestBuckets buckets;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/v1/projects/")
  URL projects;

  @Test
  void pushesWhatTheSummarySaysWheneverItChanges() throws IOException, SQLException {
    try (Events events = open("live/stream?window=P30D&groupBy=channel", null)) {
      Map<String, String> first = events.next();
      assertThat(first).containsEntry("event", "summary");
      assertThat(JSON.readTree(first.get("data")).at("/groups")).isEmpty();

      feedback("live");
      JsonNode pushed = JSON.readTree(events.next().get("data"));
      assertThat(pushed.at("/groups/0/figures/netSatisfaction/n").asInt()).isEqualTo(2);
      JsonNode asked =
          JSON.readTree(
              given().get("/v1/projects/live/summary?window=P30D&groupBy=channel").asString());
      assertThat(pushed.get("groups")).isEqualTo(asked.get("groups"));

      given()
          .contentType("application/json")
          .body("{\"netSatisfaction\": 0.5}")
          .put("/v1/projects/live/baseline")
          .then()
          .statusCode(200);
      assertThat(
              JSON.readTree(events.next().get("data"))
                  .at("/groups/0/figures/satisfactionEffect/value")
                  .asDouble())
          .isEqualTo(1.0);
    }
  }

  @Test
  void whoComesBackWithTheLastIdGetsOnlyWhatIsNew() throws IOException, SQLException {
    feedback("resumed");
    String id;
    try (Events events = open("resumed/stream?window=P20D", null)) {
      id = events.next().get("id");
    }
    try (Events events = open("resumed/stream?window=P20D", id)) {
      feedback("resumed");
      JsonNode next = JSON.readTree(events.next().get("data"));
      // At the turn of a minute the window itself is news.
      if (next.at("/groups/0/figures/netSatisfaction/n").asInt() == 2) {
        next = JSON.readTree(events.next().get("data"));
      }
      assertThat(next.at("/groups/0/figures/netSatisfaction/n").asInt()).isEqualTo(4);
    }
  }

  @Test
  void aCommentKeepsAnIdleConnectionOpen() throws IOException {
    try (Events events = open("idle/stream", null)) {
      events.next();
      assertThat(events.comment()).isEqualTo("still here");
    }
  }

  @Test
  void refusesWhatTheSummaryRefuses() {
    given()
        .get("/v1/projects/live/stream?window=1h")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("window"));
    given().get("/v1/projects/live/stream?at=2026-01-01").then().statusCode(400);
    given()
        .get("/v1/projects/live/stream?window=P36D")
        .then()
        .statusCode(400)
        .body("field", equalTo("window"));
  }

  private void feedback(String project) throws SQLException {
    buckets.add(
        project,
        Instant.now().minusSeconds(3600),
        Dimensions.UNKNOWN,
        tally(Measure.SENTIMENT, "USER/POSITIVE", 2, "2"));
  }

  private Events open(String path, @Nullable String lastEventId) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(projects + path).toURL().openConnection();
    connection.setRequestProperty("Accept", "text/event-stream");
    if (lastEventId != null) {
      connection.setRequestProperty("Last-Event-ID", lastEventId);
    }
    assertThat(connection.getResponseCode()).isEqualTo(200);
    assertThat(connection.getHeaderField("Content-Type")).startsWith("text/event-stream");
    assertThat(connection.getHeaderField("Cache-Control")).isEqualTo("no-store");
    return new Events(connection);
  }

  /** Reads server-sent events (HTML Living Standard §9.2.6). */
  private static final class Events implements AutoCloseable {

    private final HttpURLConnection connection;
    private final BufferedReader lines;

    Events(HttpURLConnection connection) throws IOException {
      this.connection = connection;
      lines =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The fields of the next event that isn't a comment. */
    Map<String, String> next() throws IOException {
      Map<String, String> fields = new HashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
        } else if (line.isEmpty() && !fields.isEmpty()) {
          return fields;
        }
      }
      throw new IOException("the stream ended");
    }

    String comment() throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(":")) {
          return line.substring(1).strip();
        }
      }
      throw new IOException("the stream ended");
    }

    @Override
    public void close() {
      connection.disconnect();
    }
  }
}
