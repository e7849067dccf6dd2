package dev.supportpulse.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.RandomHistory;
import dev.supportpulse.metrics.postgres.LedgerPartitions;
import dev.supportpulse.metrics.postgres.TestLedger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked, summary, series, CSV, drill-down and stream tell one number: of a history full
 * of corrections and voids, counted in many batches and several stripes. What that number should be
 * is for the oracles of the package {@code query} to say.
 */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class OneNumberComponentTest {

  private static final String PROJECT = "one-number";
  private static final int EVENTS = 400;
  private static final int BATCH = 50;
  private static final int STRIPES = 3;
  private static final int QUESTIONS = 60;
  private static final int STREAMS = 3;
  private static final int MINUTES = 5 * 24 * 60;

  private static final List<String> FIGURES =
      List.of(
          "netSatisfaction",
          "csat",
          "ces",
          "nps",
          "income",
          "cases",
          "supportEfficiency",
          "firstResponse",
          "resolutionTime",
          "reopenRate");
  private static final Map<String, List<String>> DIMENSIONS =
      new TreeMap<>(
          Map.of(
              "category", List.of("PERFORMANCE", "SECURITY", "USAGE_QUESTION", "null"),
              "channel", List.of("FORUM", "EMAIL", "CHAT", "null"),
              "tier", List.of("PREMIUM", "COMMUNITY", "null"),
              "mode", List.of("FREE", "PAID", "HYBRID", "null")));
  private static final List<String> ZONES =
      List.of("UTC", "Asia/Kolkata", "America/New_York", "Europe/Berlin");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Random random = new Random(20261122);
  private final HttpClient client = HttpClient.newHttpClient();

  @Inject TestLedger ledger;
  @Inject LedgerPartitions partitions;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/v1/projects/" + PROJECT + "/")
  URI project;

  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(9));

  /** What is asked for; filters are of other dimensions than groups. */
  private record Asked(
      String figure,
      Instant from,
      Instant to,
      List<String> groupBy,
      Map<String, String> filters,
      String zone) {

    String selection() {
      StringBuilder query = new StringBuilder();
      filters.forEach(
          (dimension, value) -> query.append("&filter.%s=%s".formatted(dimension, value)));
      return query.toString();
    }

    String grouped() {
      return selection() + (groupBy.isEmpty() ? "" : "&groupBy=" + String.join(",", groupBy));
    }

    String span() {
      return "figure=%s&from=%s&to=%s&timeZone=%s".formatted(figure, from, to, zone);
    }
  }

  @BeforeEach
  void history() {
    partitions.ensure(LocalDate.now(ZoneOffset.UTC));
    List<Fact> facts = RandomHistory.of(PROJECT, 17, EVENTS, start);
    for (int from = 0; from < facts.size(); from += BATCH) {
      ledger.record(
          facts.subList(from, Math.min(from + BATCH, facts.size())), from / BATCH % STRIPES);
    }
  }

  @Test
  void isToldEverywhere() throws IOException, InterruptedException {
    long told = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Asked asked = question();
      Map<String, Long> summary = summary(asked);
      JsonNode points = json("series?" + asked.span() + asked.grouped()).at("/points");

      assertThat(ofSeries(points)).as("series of %s", asked).isEqualTo(summary);
      assertThat(ofCsv(asked)).as("CSV of %s", asked).isEqualTo(ofJson(points));
      for (Map.Entry<String, Long> group : summary.entrySet()) {
        assertThat(drillDown(asked, group.getKey()))
            .as("drill-down of %s in %s", group.getKey(), asked)
            .isEqualTo(group.getValue());
        told += group.getValue();
      }
    }
    assertThat(told).as("observations that were told").isGreaterThan(100);
    for (int i = 0; i < STREAMS; i++) {
      assertStreamed("window=P20D" + question().grouped());
    }
  }

  private Asked question() {
    int first = random.nextInt(MINUTES);
    Instant from = start.minus(Duration.ofDays(1)).plus(Duration.ofMinutes(first));
    Instant to = from.plus(Duration.ofMinutes(1 + random.nextInt(MINUTES)));
    List<String> dimensions = new ArrayList<>(DIMENSIONS.keySet());
    Collections.shuffle(dimensions, random);
    int groups = random.nextInt(3);
    Map<String, String> filters = new TreeMap<>();
    for (String dimension : dimensions.subList(groups, dimensions.size())) {
      if (random.nextInt(4) == 0) {
        filters.put(dimension, any(Objects.requireNonNull(DIMENSIONS.get(dimension))));
      }
    }
    return new Asked(any(FIGURES), from, to, dimensions.subList(0, groups), filters, any(ZONES));
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** The n of every group that has some, whose key is written as the filter that selects it. */
  private Map<String, Long> summary(Asked asked) throws IOException, InterruptedException {
    Duration window = Duration.between(asked.from(), asked.to());
    JsonNode groups =
        json("summary?window=%s&at=%s%s".formatted(window, asked.to(), asked.grouped()))
            .at("/groups");
    Map<String, Long> told = new TreeMap<>();
    for (JsonNode group : groups) {
      told.put(key(group), group.at("/figures/" + asked.figure() + "/n").asLong());
    }
    told.values().removeIf(n -> n == 0);
    return told;
  }

  private static String key(JsonNode keyed) {
    StringBuilder key = new StringBuilder();
    keyed
        .get("key")
        .properties()
        .forEach(
            value ->
                key.append("&filter.%s=%s".formatted(value.getKey(), value.getValue().asText())));
    return key.toString();
  }

  /** The same, summed over the points. */
  private static Map<String, Long> ofSeries(JsonNode points) {
    Map<String, Long> told = new TreeMap<>();
    points.forEach(point -> told.merge(key(point), point.at("/n").asLong(), Long::sum));
    told.values().removeIf(n -> n == 0);
    return told;
  }

  private static List<String> ofJson(JsonNode points) {
    List<String> lines = new ArrayList<>();
    for (JsonNode point : points) {
      lines.add(
          String.join(
              ",", text(point.at("/from")), text(point.at("/value")), text(point.at("/n"))));
    }
    return lines;
  }

  private static String text(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }

  /** Beginning, value and n of every line; the columns of dimensions come in between. */
  private List<String> ofCsv(Asked asked) throws IOException, InterruptedException {
    List<String> lines =
        get("series?" + asked.span() + asked.grouped(), "text/csv").lines().toList();
    List<String> columns = List.of(lines.get(0).split(","));
    List<String> told = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      told.add(
          String.join(
              ",",
              fields[columns.indexOf("from")],
              fields[columns.indexOf("value")],
              fields[columns.indexOf("n")]));
    }
    return told;
  }

  private long drillDown(Asked asked, String key) throws IOException, InterruptedException {
    return json("feedback?limit=1&" + asked.span() + asked.selection() + key).at("/n").asLong();
  }

  /** At the turn of a minute the two may look at windows of their own: then both look again. */
  private void assertStreamed(String query) throws IOException, InterruptedException {
    JsonNode pushed;
    JsonNode asked;
    do {
      pushed = firstOf("stream?" + query);
      asked = json("summary?" + query);
    } while (!pushed.get("window").equals(asked.get("window")));
    assertThat(pushed.get("groups")).as(query).isEqualTo(asked.get("groups"));
  }

  private JsonNode firstOf(String stream) throws IOException, InterruptedException {
    try (Stream<String> lines =
        client.send(request(stream, "text/event-stream"), BodyHandlers.ofLines()).body()) {
      return JSON.readTree(
          lines.filter(line -> line.startsWith("data:")).findFirst().orElseThrow().substring(5));
    }
  }

  private JsonNode json(String query) throws IOException, InterruptedException {
    return JSON.readTree(get(query, "application/json"));
  }

  private String get(String query, String type) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request(query, type), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s: %s", query, answer.body()).isEqualTo(200);
    return answer.body();
  }

  private HttpRequest request(String query, String type) {
    return HttpRequest.newBuilder(project.resolve(query)).header("Accept", type).build();
  }
}
