package dev.supportpulse.localstack.reprocess;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReprocessCommandTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void beginsAndStaysUntilItIsDone() throws InterruptedException {
    assertThat(run(Map.of("SUPPORTPULSE_KEY", "k"), "--tier", "fast", "--project", "demo"))
        .isTrue();

    assertThat(asked)
        .containsExactly(
            "POST /v1/reprocessings {\"tier\":\"fast\",\"project\":\"demo\"}",
            "GET /v1/reprocessings/7 ",
            "GET /v1/reprocessings/7 ");
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("3 of 10 records")
        .contains("10 records were looked at");
  }

  @Test
  void whatIsRefusedIsToldInOneLine() throws InterruptedException {
    assertThat(run(Map.of())).isFalse();
    assertThat(printed.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "run reprocess: a key is needed; put it into the environment variable"
                + " SUPPORTPULSE_KEY");
  }

  @Test
  void whatIsNotUnderstoodIsNotSent() throws InterruptedException {
    assertThat(run(Map.of(), "demo")).isFalse();
    assertThat(run(Map.of(), "--tier")).isFalse();
    assertThat(asked).isEmpty();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("'demo' is not understood here")
        .contains("--tier takes a value");
  }

  private boolean run(Map<String, String> environment, String... arguments)
      throws InterruptedException {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return ReprocessCommand.run(
        List.of(arguments),
        () -> URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
        environment,
        out,
        out);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean isKnown = exchange.getRequestHeaders().containsKey("Authorization");
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    boolean isDone = asked.size() == 3;
    String answer =
        isKnown
            ? "{\"id\": 7, \"records\": 10, \"done\": %d, \"finishedAt\": %s}"
                .formatted(isDone ? 10 : 3, isDone ? "\"2026-03-01T10:00:00Z\"" : "null")
            : "{\"detail\": \"a key is needed\"}";
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        isKnown ? exchange.getRequestMethod().equals("POST") ? 202 : 200 : 401, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
