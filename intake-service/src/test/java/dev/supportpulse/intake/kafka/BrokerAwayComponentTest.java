package dev.supportpulse.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
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
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);
  private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(5);

  @SuppressWarnings("NullAway.Init") // injected by itself
  RestartableBroker broker;

  @SuppressWarnings("NullAway.Init") // injected by the framework
  @TestHTTPResource
  URI intake;

  private final AtomicInteger posted = new AtomicInteger();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private record Answer(int status, Duration after, String retryAfter, String body) {}

  @Test
  void while_the_broker_is_away_intake_says_so_and_then_goes_on() throws InterruptedException {
    assertThat(post().status()).isEqualTo(202);
    assertThat(ready()).isTrue();

    broker.kill();
    assertThat(post().status()).isEqualTo(503);
    List<Answer> refusals = postAtOnce(50);
    int threads = Thread.activeCount();
    refusals.addAll(postAtOnce(50));

    assertThat(refusals)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(503);
              assertThat(answer.retryAfter()).isEqualTo("2");
              assertThat(answer.body()).contains("LOG_UNAVAILABLE");
              assertThat(answer.after()).isLessThan(ANSWERED_WITHIN);
            });
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 5);
    assertThat(ready()).isFalse();

    broker.startAgain();
    await(RECOVERED_WITHIN, () -> post().status() == 202);
    await(RECOVERED_WITHIN, this::ready);
    for (int i = 0; i < 20; i++) {
      assertThat(post().status()).isEqualTo(202);
    }

    assertThat(broker.log().events(PROJECT))
        .extracting(entry -> entry.event().getId())
        .containsAll(acknowledged);
  }

  private List<Answer> postAtOnce(int times) {
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      answers.add(send());
    }
    return new ArrayList<>(answers.stream().map(CompletableFuture::join).toList());
  }

  private Answer post() {
    return send().join();
  }

  private CompletableFuture<Answer> send() {
    String id = "e" + posted.incrementAndGet();
    String event =
        """
        {"id":"%s","source":"/forum","project":"%s","type":"dev.supportpulse.feedback.submitted",
         "data":{"sentiment":"POSITIVE"}}
        """
            .formatted(id, PROJECT);
    HttpRequest request =
        HttpRequest.newBuilder(intake.resolve("/v1/events"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(event))
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
