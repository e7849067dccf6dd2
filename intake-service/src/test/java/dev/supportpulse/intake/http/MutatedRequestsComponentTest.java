package dev.supportpulse.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.intake.http.body.Wire;
import dev.supportpulse.intake.http.body.Wire.Answer;
import dev.supportpulse.intake.kafka.LogReader;
import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, intake answers, and never with a failure of its own: 100,000 requests with
 * mistakes in every format, over connections that stay open; a connection that hangs fails it.
 */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class MutatedRequestsComponentTest {

  private static final long SEED = 20261122;
  private static final int CONNECTIONS = 20;
  private static final int REQUESTS_OF_EACH = 5_000;
  private static final int PIPELINED = 20;
  private static final Set<Integer> STATUSES = Set.of(202, 207, 400, 409, 413, 415, 503);
  private static final Set<String> REASONS_OF_503 = Set.of("LOG_UNAVAILABLE", "TOO_BUSY");

  @SuppressWarnings("NullAway.Init") // injected by the test resource
  KafkaBroker broker;

  @SuppressWarnings("NullAway.Init") // injected by the framework
  @TestHTTPResource
  URI intake;

  /** What became of the requests of one connection. */
  private record Told(Map<Integer, Integer> statuses, Set<String> accepted, List<String> wrong) {

    Told() {
      this(new TreeMap<>(), new HashSet<>(), new ArrayList<>());
    }
  }

  @Test
  void whatever_is_sent_is_answered() throws Exception {
    Instant start = Instant.now();
    Map<Integer, Integer> statuses = new TreeMap<>();
    Set<String> accepted = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    for (Told told : connections()) {
      told.statuses().forEach((status, times) -> statuses.merge(status, times, Integer::sum));
      accepted.addAll(told.accepted());
      wrong.addAll(told.wrong());
    }
    System.out.printf(
        "seed %d: answers by status %s, %d identities accepted, in %d s%n",
        SEED, statuses, accepted.size(), Duration.between(start, Instant.now()).toSeconds());

    assertThat(wrong).isEmpty();
    assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(CONNECTIONS * REQUESTS_OF_EACH);
    assertThat(statuses).containsKeys(202, 207, 400, 409, 413, 415);
    assertThat(new LogReader(broker).identities()).containsAll(accepted);
    assertThat(accepted).hasSizeGreaterThan(1000);
    try (Wire wire = new Wire(intake)) {
      MutatedRequest good =
          new MutatedRequest(
              "POST /feedback HTTP/1.1\nHost: x\nContent-Type: application/json\n",
              "{\"type\":\"positive\"}".getBytes(StandardCharsets.UTF_8));
      assertThat(wire.send(good.bytes()).answer().status()).isEqualTo(202);
    }
  }

  private List<Told> connections() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<Told>> running = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int connection = i;
        running.add(clients.submit(() -> converse(connection)));
      }
      List<Told> all = new ArrayList<>();
      for (Future<Told> each : running) {
        all.add(each.get());
      }
      return all;
    } finally {
      clients.shutdownNow();
    }
  }

  private Told converse(int connection) throws IOException {
    Random random = new Random(SEED + connection);
    Told told = new Told();
    try (Wire wire = new Wire(intake)) {
      for (int sent = 0; sent < REQUESTS_OF_EACH; sent += PIPELINED) {
        List<MutatedRequest> requests = new ArrayList<>(PIPELINED);
        for (int i = 0; i < PIPELINED; i++) {
          MutatedRequest request =
              MutatedRequest.next(random, connection * REQUESTS_OF_EACH + sent + i);
          requests.add(request);
          wire.send(request.bytes());
        }
        for (MutatedRequest request : requests) {
          note(told, request, wire.answer());
        }
      }
    }
    return told;
  }

  private static void note(Told told, MutatedRequest request, Answer answer) throws IOException {
    told.statuses().merge(answer.status(), 1, Integer::sum);
    JsonNode body = EventCodec.mapper().readTree(answer.body());
    if (!isGoodAnswer(answer, body) && told.wrong().size() < 5) {
      told.wrong().add("%s%n→ %d %s".formatted(request, answer.status(), answer.body()));
    }
    if (body.path("status").asText().equals("ACCEPTED")) {
      told.accepted().add(body.path("identity").asText());
    }
    for (JsonNode result : body.path("results")) {
      if (result.path("status").asText().equals("ACCEPTED")) {
        told.accepted().add(result.path("identity").asText());
      }
    }
  }

  private static boolean isGoodAnswer(Answer answer, JsonNode body) {
    if (!STATUSES.contains(answer.status())) {
      return false;
    }
    if (answer.status() < 400) {
      return body.has("status") || body.path("results").isArray();
    }
    boolean problem =
        "application/problem+json".equals(answer.headers().get("Content-Type"))
            && body.path("status").asInt() == answer.status()
            && body.path("code").isTextual()
            && !body.path("detail").asText().isEmpty();
    if (answer.status() == 503) {
      return problem && REASONS_OF_503.contains(body.path("code").asText());
    }
    return problem || (answer.status() == 400 && !body.path("results").isEmpty());
  }
}
