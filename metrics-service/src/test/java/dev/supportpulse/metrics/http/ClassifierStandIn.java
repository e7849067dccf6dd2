package dev.supportpulse.metrics.http;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stands where classifier-service does and answers with what it was asked. */
public final class ClassifierStandIn implements QuarkusTestResourceLifecycleManager {

  private @Nullable HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      started.createContext(
          "/v1/topics",
          exchange -> {
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            byte[] answer =
                "{\"asked\":\"%s\",\"authorization\":\"%s\"}"
                    .formatted(query, exchange.getRequestHeaders().getFirst("Authorization"))
                    .getBytes(StandardCharsets.UTF_8);
            boolean good = !query.contains("bad");
            exchange
                .getResponseHeaders()
                .set("Content-Type", good ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(good ? 200 : 400, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      started.start();
      server = started;
      return Map.of(
          "supportpulse.metrics.classifier-url",
          "http://127.0.0.1:" + started.getAddress().getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(ClassifierStandIn.class));
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
