package dev.supportpulse.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** 202 means durable, and while the broker is away everybody is told so in time. */
@QuarkusTest
@QuarkusTestResource(value = RestartableBroker.class, restrictToAnnotatedClass = true)
class BrokerAwayComponentTest {

  private static final String PROJECT = "away";
  private static final int ROUNDS = 3;
  private static final int SINGLES = 50;
  private static final int LARGE_BATCHES = 20;
  private static final int MEBIBYTE = 1 << 20;
  private static final double MAX_IN_FLIGHT = 16.0 * MEBIBYTE;
  private static final long HEAP_TOLERANCE = 64L * MEBIBYTE;

  // The promises are 2 s and 5 s; a machine that builds meanwhile is given more.
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(8);
  private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(20);

  @SuppressWarnings("NullAway.Init") // injected by itself
  RestartableBroker broker;

  @SuppressWarnings("NullAway.Init") // injected by the framework
  @TestHTTPResource
  URI intake;

  @Inject MeterRegistry meters;

  private final AtomicInteger posted = new AtomicInteger();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private record Answer(int status, Duration after, String retryAfter, String body) {}

  @Test
  void while_the_broker_is_away_intake_says_so_and_then_goes_on() throws InterruptedException {
    assertThat(post().status()).isEqualTo(202);
    await(RECOVERED_WITHIN, this::ready);
    long heap = usedHeap();

    broker.kill();
    List<Answer> refusals = new ArrayList<>(load());
    long threads = ownThreads();
    for (int round = 1; round < ROUNDS; round++) {
      refusals.addAll(load());
    }

    assertThat(refusals)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(503);
              assertThat(answer.retryAfter()).isEqualTo("2");
              assertThat(answer.body()).containsAnyOf("LOG_UNAVAILABLE", "TOO_BUSY");
              assertThat(answer.after()).isLessThan(ANSWERED_WITHIN);
            });
    assertThat(ownThreads()).isLessThanOrEqualTo(threads + 5);
    await(ANSWERED_WITHIN, () -> inFlight() == 0);
    assertThat(usedHeap()).isLessThan(heap + HEAP_TOLERANCE);
    assertThat(ready()).isFalse();

    broker.startAgain();
    Instant back = Instant.now();
    await(RECOVERED_WITHIN, () -> post().status() == 202);
    Duration recovered = Duration.between(back, Instant.now());
    await(RECOVERED_WITHIN, this::ready);
    for (int i = 0; i < 20; i++) {
      assertThat(post().status()).isEqualTo(202);
    }
    System.out.printf(
        "broker away: %d answers 503, the slowest after %d ms; accepting again %d ms after its return%n",
        refusals.size(),
        refusals.stream().mapToLong(answer -> answer.after().toMillis()).max().orElseThrow(),
        recovered.toMillis());

    assertThat(broker.log().events(PROJECT))
        .extracting(entry -> entry.event().getId())
        .containsAll(acknowledged);
  }

  /** More than intake may hold at once: single events, and batches of a mebibyte. */
  private List<Answer> load() {
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < SINGLES; i++) {
      answers.add(send());
    }
    for (int i = 0; i < LARGE_BATCHES; i++) {
      String id = "batch" + posted.incrementAndGet();
      answers.add(send(id, "[" + event(id) + "]" + " ".repeat(MEBIBYTE)));
    }
    assertThat(inFlight()).isLessThanOrEqualTo(MAX_IN_FLIGHT);
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private double inFlight() {
    return meters.get("supportpulse.intake.in.flight.bytes").gauge().value();
  }

  /** All but those of the client, who has as many as answers come at once. */
  private static long ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("HttpClient"))
        .count();
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private Answer post() {
    return send().join();
  }

  private CompletableFuture<Answer> send() {
    String id = "e" + posted.incrementAndGet();
    return send(id, event(id));
  }

  private static String event(String id) {
    return """
        {"id":"%s","source":"/forum","project":"%s","type":"dev.supportpulse.feedback.submitted",
         "data":{"sentiment":"POSITIVE"}}
        """
        .formatted(id, PROJECT);
  }

  private CompletableFuture<Answer> send(String id, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(intake.resolve("/v1/events"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    Instant start = Instant.now();
    return http.sendAsync(request, BodyHandlers.ofString())
        .thenApply(
            response -> {
              if (response.statusCode() == 202) {
                acknowledged.add(id);
              }
              return new Answer(
                  response.statusCode(),
                  Duration.between(start, Instant.now()),
                  response.headers().firstValue("Retry-After").orElse(""),
                  response.body());
            });
  }

  private boolean ready() {
    HttpRequest request = HttpRequest.newBuilder(intake.resolve("/q/health/ready")).build();
    return http.sendAsync(request, BodyHandlers.discarding()).join().statusCode() == 200;
  }

  private static void await(Duration limit, BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plus(limit);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(50);
    }
  }
}
