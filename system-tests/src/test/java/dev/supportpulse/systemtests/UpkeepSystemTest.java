package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.localstack.Service;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What an administrator does to the counts of running services: buckets that were spoiled are
 * rebuilt, a project is erased and stays so whoever sends it again, and a user is unlinked.
 */
class UpkeepSystemTest {

  private static final int EVENTS = 2_000;
  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @SuppressWarnings("NullAway.Init")
  private static Pipeline pipeline;

  @BeforeAll
  static void start() throws Exception {
    pipeline = Pipeline.start();
  }

  @AfterAll
  static void stop() throws Exception {
    pipeline.close();
  }

  @Test
  void spoiledBucketsAreRebuiltAfterAKill() throws Exception {
    Load load = new Load("spoiled", Instant.now());
    post(load);
    counted(load).check(0);
    spoil("spoiled");
    pipeline.killAndRestart(Service.METRICS);
    pipeline.service(Service.METRICS).awaitReady();

    JsonNode rebuilt = Http.post(metrics("spoiled/rebuild"), "application/json", "").body();

    assertThat(rebuilt.at("/buckets/DAY").asLong()).isPositive();
    assertThat(rebuilt.at("/buckets/MINUTE").asLong()).isPositive();
    counted(load).check(0);
    assertThat(Http.post(metrics("spoiled/rebuild"), "application/json", "").body().at("/buckets"))
        .allSatisfy(wrong -> assertThat(wrong.asLong()).isZero());
  }

  @Test
  void anErasedProjectStaysErasedAndItsNeighbourAsItWas() throws Exception {
    Load load = new Load("erased", Instant.now());
    post(load);
    Load neighbour = new Load("neighbour", Instant.now());
    post(neighbour);
    counted(load).check(0);

    assertThat(Http.delete(metrics("erased")).status()).isEqualTo(200);
    assertNothingCounted("erased");
    post(load);
    pipeline.killAndRestart(Service.METRICS);
    pipeline.service(Service.METRICS).awaitReady();

    awaitRejected("erased", EVENTS);
    assertNothingCounted("erased");
    counted(neighbour).check(0);
  }

  @Test
  void anErasedUserIsFoundNoMoreAndFiguresStay() throws Exception {
    for (String user : new String[] {"mei", "noor"}) {
      feedback(user);
    }
    awaitFeedbacks(2);
    URI pseudonyms = pipeline.service(Service.INTAKE).uri().resolve("/v1/pseudonyms");
    String pseudonym =
        Http.post(pseudonyms, "application/json", "{\"project\": \"users\", \"user\": \"mei\"}")
            .body()
            .at("/pseudonyms/0")
            .asText();

    JsonNode erased = Http.delete(metrics("users/users/" + pseudonym)).body();

    assertThat(erased.at("/state").asText()).isEqualTo("ERASED");
    assertThat(erased.at("/rows").asLong()).isEqualTo(1);
    JsonNode items = awaitFeedbacks(2).at("/items");
    assertThat(items.findValuesAsText("id")).containsExactlyInAnyOrder("of-noor", "");
  }

  private static void post(Load load) throws Exception {
    for (int from = 0; from < EVENTS; from += BATCH) {
      load.post(pipeline.service(Service.INTAKE).uri(), from, from + BATCH);
    }
  }

  private static CountedLoad counted(Load load) {
    return new CountedLoad(
        pipeline.service(Service.METRICS).uri(), pipeline.jdbcUrl(), load, EVENTS);
  }

  /** Takes days away, and adds to minutes. */
  private static void spoil(String project) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(pipeline.jdbcUrl(), "support_pulse", "support_pulse");
        Statement statement = connection.createStatement()) {
      connection.setSchema("metrics");
      statement.execute("delete from bucket_day where project = '%s'".formatted(project));
      statement.execute(
          "update bucket_minute set n = n + 1, sum = sum - 3 where project = '%s'"
              .formatted(project));
    }
  }

  private static void assertNothingCounted(String project) throws Exception {
    JsonNode figures = Http.get(metrics(project + "/summary")).body().at("/groups/0/figures");
    assertThat(figures.at("/netSatisfaction/reason").asText()).isEqualTo("NO_DATA");
    assertThat(figures.at("/supportCost/reason").asText()).isEqualTo("NO_DATA");
    try (LedgerQueries queries = new LedgerQueries(pipeline.jdbcUrl())) {
      assertThat(queries.ledger(project)).isEmpty();
    }
  }

  private static void awaitRejected(String project, long expected) throws Exception {
    URI accounting = metrics("../accounting?project=" + project);
    Instant deadline = Instant.now().plus(PATIENCE);
    long rejected = -1;
    while (rejected != expected && Instant.now().isBefore(deadline)) {
      rejected = 0;
      for (JsonNode hour : Http.get(accounting).body().at("/rows")) {
        rejected += hour.at("/rejected").asLong();
      }
      Thread.sleep(200);
    }
    assertThat(rejected).isEqualTo(expected);
  }

  private static void feedback(String user) throws Exception {
    ObjectNode event = EventCodec.mapper().createObjectNode();
    event.put("project", "users").put("source", "/forum").put("id", "of-" + user);
    event.put("type", "dev.supportpulse.feedback.submitted");
    event.putObject("data").put("sentiment", "POSITIVE").put("user", user);
    assertThat(
            Http.post(
                    pipeline.service(Service.INTAKE).uri().resolve("/v1/events"),
                    "application/json",
                    event.toString())
                .status())
        .isEqualTo(202);
  }

  private static JsonNode awaitFeedbacks(long expected) throws Exception {
    URI behind = metrics("users/feedback?figure=netSatisfaction");
    Instant deadline = Instant.now().plus(PATIENCE);
    JsonNode page = Http.get(behind).body();
    while (page.at("/n").asLong() != expected && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
      page = Http.get(behind).body();
    }
    assertThat(page.at("/n").asLong()).isEqualTo(expected);
    return page;
  }

  private static URI metrics(String path) {
    return pipeline.service(Service.METRICS).uri().resolve("/v1/projects/" + path);
  }
}
