package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.localstack.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every metric that a dashboard shows or an alert asks for is one that the services expose, with
 * the labels that it is grouped by.
 */
class DashboardsSystemTest {

  private static final Path OBSERVABILITY = Pipeline.CHECKOUT.resolve("deploy/observability");

  /** Names of Kafka's figures by topic appear a minute after the first record of the topic. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private static final Pattern SAMPLE =
      Pattern.compile(
          "(?m)^([a-zA-Z_:][\\w:]*)(?:\\{((?:[^\"}]++|\"(?:[^\"\\\\]++|\\\\.)*+\")*+)})? ");

  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)=\"(?:[^\"\\\\]|\\\\.)*\"");

  /** A name, and an expression in the rest of its line or in indented lines below. */
  private static final Pattern ALERT =
      Pattern.compile("alert: (\\w+)\\s+expr: (?:\\|\\n((?: {10}.*\\n)+)|(.*))");

  /** What Prometheus itself says of each target. */
  private static final Set<String> PROMETHEUS_OWN = Set.of("up");

  /** What it gives to all that it collects of a target. */
  private static final Set<String> LABELS_OF_TARGETS = Set.of("job", "instance", "service");

  @SuppressWarnings("NullAway.Init")
  private static Pipeline pipeline;

  @BeforeAll
  static void start() throws Exception {
    pipeline = Pipeline.start(Map.of("supportpulse.metrics.gauges.every", "PT0.5S"));
  }

  @AfterAll
  static void stop() throws Exception {
    pipeline.close();
  }

  @Test
  void showWhatIsExposed() throws Exception {
    new Load("shown", Instant.now()).post(pipeline.service(Service.INTAKE).uri(), 0, 100);
    Map<String, Set<String>> asked = askedByDashboards();
    assertThat(asked).hasSizeGreaterThan(40);
    asked.putAll(askedByAlerts());
    assertThat(asked)
        .hasSizeGreaterThan(50)
        .allSatisfy((who, what) -> assertThat(what).isNotEmpty());

    Set<String> exposed = new TreeSet<>();
    PROMETHEUS_OWN.forEach(metric -> exposed.addAll(ofTarget(metric)));
    Instant deadline = Instant.now().plus(PATIENCE);
    do {
      for (Service service : Service.values()) {
        exposed.addAll(exposed(scrape(pipeline.service(service).uri())));
      }
      asked.values().forEach(metrics -> metrics.removeAll(exposed));
      asked.values().removeIf(Set::isEmpty);
      Thread.sleep(500);
    } while (!asked.isEmpty() && Instant.now().isBefore(deadline));

    assertThat(asked).as("metrics, and labels of theirs, that nobody exposes").isEmpty();
  }

  private static Map<String, Set<String>> askedByDashboards() throws IOException {
    Map<String, Set<String>> asked = new TreeMap<>();
    try (Stream<Path> files = Files.list(OBSERVABILITY.resolve("grafana/dashboards"))) {
      for (Path file : files.toList()) {
        for (JsonNode panel : EventCodec.mapper().readTree(file.toFile()).at("/panels")) {
          for (JsonNode target : panel.path("targets")) {
            asked
                .computeIfAbsent(
                    file.getFileName() + ": " + panel.at("/title").asText(), key -> new TreeSet<>())
                .addAll(asked(target.at("/expr").asText()));
          }
        }
      }
    }
    return asked;
  }

  private static Map<String, Set<String>> askedByAlerts() throws IOException {
    Map<String, Set<String>> asked = new TreeMap<>();
    Matcher alerts = ALERT.matcher(Files.readString(OBSERVABILITY.resolve("rules.yml")));
    while (alerts.find()) {
      String expression = alerts.group(2) == null ? alerts.group(3) : alerts.group(2);
      asked.put("alert " + alerts.group(1), asked(expression));
    }
    return asked;
  }

  /** Metrics, and the labels of theirs that they are grouped by. */
  private static Set<String> asked(String expression) {
    Set<String> asked = new TreeSet<>(PromQl.metrics(expression));
    asked.addAll(PromQl.grouped(expression));
    return asked;
  }

  /** Metrics, and the labels that any series of theirs has. */
  private static Set<String> exposed(String scraped) {
    Set<String> exposed = new TreeSet<>();
    Matcher samples = SAMPLE.matcher(scraped);
    while (samples.find()) {
      String metric = samples.group(1);
      exposed.addAll(ofTarget(metric));
      Matcher labels = LABEL.matcher(Objects.requireNonNullElse(samples.group(2), ""));
      while (labels.find()) {
        exposed.add(PromQl.labelled(metric, labels.group(1)));
      }
    }
    return exposed;
  }

  /** A metric, and the labels that it has of its target. */
  private static Set<String> ofTarget(String metric) {
    Set<String> labelled = new TreeSet<>(Set.of(metric));
    LABELS_OF_TARGETS.forEach(label -> labelled.add(PromQl.labelled(metric, label)));
    return labelled;
  }

  private static String scrape(URI service) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/q/metrics"))
            .header("Accept", "text/plain")
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
