package dev.supportpulse.intake.webhook.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.intake.json.JsonLimits;
import dev.supportpulse.intake.json.StrictJson;
import dev.supportpulse.intake.submission.Submission;
import dev.supportpulse.intake.webhook.Connector;
import dev.supportpulse.intake.webhook.Delivery;
import dev.supportpulse.intake.webhook.Hook;
import dev.supportpulse.intake.webhook.Origin;
import dev.supportpulse.intake.webhook.Payload;
import dev.supportpulse.intake.webhook.Reception;
import dev.supportpulse.intake.webhook.Verifier;
import dev.supportpulse.intake.webhook.Verifier.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a genuine delivery holds, it is ignored, refused or judged; nothing fails. */
class MutatedDeliveriesTest {

  private static final int DELIVERIES = 20_000;
  private static final long SEED = 20261122;
  private static final JsonMapper MAPPER = new JsonMapper();

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e300",
          "9223372036854775807",
          "1.5",
          "\"\"",
          "\" \"",
          "\"2026-02-30T00:00:00Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"not a uri\"",
          "\"resolved\"",
          "\"created\"",
          "[]",
          "{}",
          "[[{\"a\":1}]]");

  private final Random random = new Random(SEED);
  private final List<String> names = Deliveries.names().toList();

  @Test
  void whatever_is_delivered_is_judged() throws IOException {
    int translated = 0;
    for (int i = 0; i < DELIVERIES; i++) {
      String name = names.get(random.nextInt(names.size()));
      JsonNode payload = MAPPER.readTree(Deliveries.body(name));
      for (int n = random.nextInt(4); n >= 0; n--) {
        mutate(payload);
      }
      translated += events(name, payload);
    }
    assertThat(translated).as("events and refusals").isGreaterThan(DELIVERIES / 4);
  }

  private static int events(String name, JsonNode payload) {
    Reception reception =
        new Hook(
                trusting(Connectors.named(Deliveries.connector(name)).orElseThrow()),
                new Origin("hook", "demo", "/hook"),
                List.of("any"),
                Duration.ZERO,
                new StrictJson(new JsonLimits(1 << 20, 1, 32)))
            .receive(
                new Delivery(
                    Deliveries.headers(name, "1"),
                    payload.toString().getBytes(StandardCharsets.UTF_8),
                    Deliveries.NOW));
    List<Submission> submissions = reception.match(new Told());
    submissions.forEach(
        submission -> assertThat(Deliveries.judge(submission, Deliveries.NOW)).isNotNull());
    return submissions.size();
  }

  private void mutate(JsonNode payload) {
    List<ContainerNode<?>> containers = new ArrayList<>();
    collect(payload, containers);
    ContainerNode<?> container = containers.get(random.nextInt(containers.size()));
    int at = random.nextInt(container.size());
    JsonNode value = value();
    if (container instanceof ObjectNode object) {
      String name = new ArrayList<>(object.properties()).get(at).getKey();
      object.set(name, value);
    } else if (container instanceof ArrayNode array) {
      array.set(at, value);
    }
  }

  private JsonNode value() {
    try {
      return MAPPER.readTree(VALUES.get(random.nextInt(VALUES.size())));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void collect(JsonNode node, List<ContainerNode<?>> containers) {
    if (node instanceof ContainerNode<?> container && !container.isEmpty()) {
      containers.add(container);
      container.forEach(child -> collect(child, containers));
    }
  }

  private static Connector trusting(Connector connector) {
    return new Connector() {
      @Override
      public Verifier verifier(List<String> secrets, Duration replayWindow) {
        return delivery -> Optional.empty();
      }

      @Override
      public List<Submission> translate(Delivery delivery, Payload payload, Origin origin) {
        return connector.translate(delivery, payload, origin);
      }
    };
  }

  private static final class Told implements Reception.Cases<List<Submission>> {
    @Override
    public List<Submission> locked() {
      throw new AssertionError("it has a secret");
    }

    @Override
    public List<Submission> notGenuine(Refusal refusal) {
      throw new AssertionError(refusal);
    }

    @Override
    public List<Submission> unreadable(Submission submission) {
      return List.of(submission);
    }

    @Override
    public List<Submission> ignored() {
      return List.of();
    }

    @Override
    public List<Submission> translated(List<Submission> events) {
      return events;
    }
  }
}
