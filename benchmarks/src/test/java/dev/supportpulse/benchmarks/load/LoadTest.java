package dev.supportpulse.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadTest {

  private static final Duration SHORT = Duration.ofMillis(600);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger taken = new AtomicInteger();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_closed_loop_counts_what_was_accepted_and_what_was_not() throws Exception {
    URI server =
        serve(
            request ->
                request
                    .response()
                    .setStatusCode(taken.incrementAndGet() % 4 == 0 ? 503 : 202)
                    .end("answer"));
    try (Load load = Load.start(server, requests(server), 2, Pace.PEAK)) {
      Window window = load.watch(SHORT);

      assertThat(window.events()).isPositive().isEqualTo(window.latency().getTotalCount());
      assertThat((double) window.refused() / window.events()).isBetween(0.2, 0.5);
      assertThat(window.eventsPerSecond()).isPositive();
    }
  }

  @Test
  void an_open_loop_keeps_its_pace_and_charges_a_stall_to_all_who_were_due() throws Exception {
    URI server =
        serve(
            request -> {
              if (taken.incrementAndGet() == 20) {
                vertx.setTimer(300, stalled -> accept(request));
              } else {
                accept(request);
              }
            });
    try (Load load = Load.start(server, requests(server), 1, new Pace(100))) {
      Window window = load.watch(Duration.ofSeconds(1));

      assertThat(window.requestsPerSecond()).isBetween(30.0, 130.0);
      // One request stalled, but some thirty would have come meanwhile on the one connection.
      assertThat(window.millis(80)).isGreaterThan(50);
    }
  }

  @Test
  void a_lost_connection_ends_it() throws Exception {
    URI server = serve(request -> request.connection().close());
    try (Load load = Load.start(server, requests(server), 1, Pace.PEAK)) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 50; i++) {
                  load.watch(SHORT);
                }
              })
          .hasRootCauseInstanceOf(IllegalStateException.class);
    }
  }

  private static void accept(HttpServerRequest request) {
    request.response().setStatusCode(202).end();
  }

  private static Requests requests(URI server) {
    return Requests.post(server, "text/plain", Map.of(), Requests.NUMBER, 0);
  }

  private URI serve(Handler<HttpServerRequest> handler) {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(handler)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/");
  }
}
