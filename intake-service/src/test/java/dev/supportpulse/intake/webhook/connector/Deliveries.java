package dev.supportpulse.intake.webhook.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.intake.json.HmacFingerprint;
import dev.supportpulse.intake.json.JsonLimits;
import dev.supportpulse.intake.json.NotJson;
import dev.supportpulse.intake.json.SchemaEventReader;
import dev.supportpulse.intake.json.StrictJson;
import dev.supportpulse.intake.submission.Outcome;
import dev.supportpulse.intake.submission.Outcome.Accepted;
import dev.supportpulse.intake.submission.Receipt;
import dev.supportpulse.intake.submission.Submission;
import dev.supportpulse.intake.submission.TimeRules;
import dev.supportpulse.intake.submission.Triage;
import dev.supportpulse.intake.submission.Untouched;
import dev.supportpulse.intake.webhook.Delivery;
import dev.supportpulse.intake.webhook.Origin;
import dev.supportpulse.intake.webhook.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Deliveries of the documented shapes with invented contents, and what they mean. Every event has
 * passed the published schemas.
 */
public final class Deliveries {

  public static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  private static final StrictJson JSON = new StrictJson(new JsonLimits(10 << 20, 1, 32));
  private static final Triage TRIAGE =
      new Triage(
          new SchemaEventReader(),
          new HmacFingerprint(new byte[32]),
          new Untouched(),
          new TimeRules(Duration.ofMinutes(5), Duration.ofDays(400)));

  private Deliveries() {}

  /** The names of all recorded deliveries, such as {@code github/issues.opened}. */
  public static Stream<String> names() {
    try {
      Path root =
          Path.of(Objects.requireNonNull(Deliveries.class.getResource("/webhooks")).toURI());
      try (Stream<Path> files = Files.walk(root)) {
        return files
            .filter(Files::isRegularFile)
            .map(file -> root.relativize(file).toString().replaceFirst("\\.json$", ""))
            .sorted()
            .toList()
            .stream();
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bytes of that delivery. */
  public static byte[] body(String name) {
    try (InputStream in = Deliveries.class.getResourceAsStream("/webhooks/" + name + ".json")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What that delivery means to a hook of the project demo. */
  static List<SupportEvent> events(String name) {
    return events(name, NOW, "delivery-1");
  }

  static List<SupportEvent> events(String name, Instant receivedAt, String deliveryId) {
    return judged(submissions(name, receivedAt, deliveryId), receivedAt);
  }

  static List<Submission> submissions(String name, Instant receivedAt, String deliveryId) {
    return translate(connector(name), body(name), headers(name, deliveryId), receivedAt);
  }

  /** The connector that the delivery is for. */
  static String connector(String name) {
    return name.substring(0, name.indexOf('/'));
  }

  /** The headers that the delivery came with, but for its signature. */
  static Map<String, String> headers(String name, String deliveryId) {
    String event = name.substring(name.indexOf('/') + 1).replaceFirst("\\..*", "");
    return Map.of(
        "x-github-event", event,
        "x-github-delivery", deliveryId,
        "x-zammad-delivery", deliveryId,
        "x-chatwoot-delivery", deliveryId,
        "webhook-id", "msg_1");
  }

  /** What intake makes of a submission. */
  static Outcome judge(Submission submission, Instant receivedAt) {
    return TRIAGE.judge(submission, new Receipt("delivery", receivedAt));
  }

  static List<Submission> translate(
      String connector, byte[] body, Map<String, String> headers, Instant receivedAt) {
    return Connectors.named(connector)
        .orElseThrow()
        .translate(
            new Delivery(headers, body, receivedAt),
            Payload.of(json(body)),
            new Origin(connector, "demo", "https://upstream.example.org"));
  }

  private static List<SupportEvent> judged(List<Submission> submissions, Instant receivedAt) {
    List<SupportEvent> events = new ArrayList<>();
    for (Submission submission : submissions) {
      Outcome outcome = judge(submission, receivedAt);
      assertThat(outcome).as(() -> submission.event().toString()).isInstanceOf(Accepted.class);
      events.add(((Accepted) outcome).event());
    }
    return events;
  }

  private static JsonNode json(byte[] body) {
    try {
      StrictJson.Item item = JSON.read(body);
      assertThat(item.fault()).isNull();
      return item.node();
    } catch (NotJson e) {
      throw new IllegalStateException(e);
    }
  }
}
