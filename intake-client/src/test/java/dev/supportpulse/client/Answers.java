package dev.supportpulse.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A service that answers by the book, so that a test can say what the network brings. */
public final class Answers implements AutoCloseable {

  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /** A request as it came. */
  public record Request(
      String method,
      URI address,
      String contentType,
      @Nullable String authorization,
      String body) {}

  /**
   * An answer.
   *
   * @param retryAfter seconds; none if negative
   */
  public record Answer(int status, int retryAfter, String json) {
    public static Answer of(int status, String json) {
      return new Answer(status, -1, json);
    }
  }

  /** Starts it, with its book. */
  public Answers(Function<Request, Answer> book) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", exchange -> answer(exchange, book));
    server.start();
  }

  /** Its base address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What was asked so far, in the order of arrival. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange, Function<Request, Answer> book) throws IOException {
    try (exchange) {
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
              exchange.getRequestHeaders().getFirst("Authorization"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      requests.add(request);
      Answer answer = book.apply(request);
      byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      if (answer.retryAfter() >= 0) {
        exchange.getResponseHeaders().set("Retry-After", Integer.toString(answer.retryAfter()));
      }
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
