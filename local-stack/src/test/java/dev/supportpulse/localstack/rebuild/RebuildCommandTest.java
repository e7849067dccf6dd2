package dev.supportpulse.localstack.rebuild;

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

class RebuildCommandTest {

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
  void everyProjectIsRebuiltIfNoneIsNamed() throws InterruptedException {
    assertThat(run(Map.of("SUPPORTPULSE_KEY", "sp_k"))).isTrue();

    assertThat(asked)
        .containsExactly(
            "GET /v1/projects",
            "POST /v1/projects/a/rebuild",
            "POST /v1/projects/busy/rebuild",
            "POST /v1/projects/busy/rebuild");
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("a ", "since 2025-10-15: 2 cases and 7 buckets were wrong and are right now");
  }

  @Test
  void whatIsRefusedIsToldInOneLine() throws InterruptedException {
    assertThat(run(Map.of(), "a")).isFalse();
    assertThat(printed.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "run rebuild: a key is needed; put it into the environment variable SUPPORTPULSE_KEY");
  }

  @Test
  void anUnknownOptionIsNotUnderstood() throws InterruptedException {
    assertThat(run(Map.of(), "--all")).isFalse();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("'--all' is not understood");
  }

  private boolean run(Map<String, String> environment, String... arguments)
      throws InterruptedException {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    URI metrics = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return RebuildCommand.run(List.of(arguments), () -> metrics, environment, out, out);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(exchange.getRequestMethod() + " " + path);
    boolean known = exchange.getRequestHeaders().containsKey("Authorization");
    boolean busy = path.contains("busy") && asked.indexOf("POST " + path) == asked.size() - 1;
    String body =
        !known
            ? "{\"detail\": \"a key is needed\"}"
            : path.equals("/v1/projects")
                ? "{\"projects\": [\"a\", \"busy\"]}"
                : "{\"from\": \"2025-10-15\", \"cases\": 2, \"buckets\": {\"MINUTE\": 3, \"DAY\": 4}}";
    exchange.getResponseHeaders().add("Retry-After", "0");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(!known ? 401 : busy ? 503 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
