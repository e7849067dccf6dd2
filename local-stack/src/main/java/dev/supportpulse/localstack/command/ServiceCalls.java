package dev.supportpulse.localstack.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.EventCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Calls to a service, for a command. Whatever goes wrong is a {@link CommandRefusal}. */
public final class ServiceCalls {

  /** The environment variable with the API key, where access is closed. */
  private static final String KEY = "SUPPORTPULSE_KEY";

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int UNAVAILABLE = 503;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String service;
  private final URI address;
  private final Map<String, String> environment;
  private final Duration patience;
  private final int tries;

  /**
   * Calls to one service.
   *
   * @param service its name in messages
   * @param address its base address
   * @param environment where the API key is, if one is needed
   * @param patience how long one answer may take
   * @param tries how often to ask a service that says that it may answer later
   */
  public ServiceCalls(
      String service, URI address, Map<String, String> environment, Duration patience, int tries) {
    this.service = service;
    this.address = address;
    this.environment = Map.copyOf(environment);
    this.patience = patience;
    this.tries = tries;
  }

  /**
   * The base address that somebody typed.
   *
   * @throws CommandRefusal if it is none, naming the option
   */
  public static URI address(String option, String text) {
    String refusal = option + " takes an address such as http://127.0.0.1:8081";
    try {
      URI address = URI.create(text.endsWith("/") ? text : text + "/");
      if ("http".equals(address.getScheme()) || "https".equals(address.getScheme())) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new CommandRefusal(refusal, e);
    }
    throw new CommandRefusal(refusal);
  }

  /** What the service answers to {@code GET}. */
  public JsonNode get(String path) throws InterruptedException {
    return ask(path, HttpRequest.newBuilder());
  }

  /** What it answers to {@code POST} without a body. */
  public JsonNode post(String path) throws InterruptedException {
    return ask(path, HttpRequest.newBuilder().POST(BodyPublishers.noBody()));
  }

  /** What it answers to {@code POST}. */
  public JsonNode post(String path, JsonNode body) throws InterruptedException {
    return ask(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private JsonNode ask(String path, HttpRequest.Builder request) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      HttpResponse<byte[]> response = send(path, request.copy());
      if (response.statusCode() == OK) {
        return json(response);
      }
      if (response.statusCode() != UNAVAILABLE || attempt >= tries) {
        throw new CommandRefusal(problem(response.statusCode(), json(response)));
      }
      Thread.sleep(1_000L * response.headers().firstValueAsLong("Retry-After").orElse(1));
    }
  }

  private HttpResponse<byte[]> send(String path, HttpRequest.Builder request)
      throws InterruptedException {
    String key = environment.get(KEY);
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    try {
      return http.send(
          request.uri(address.resolve(path)).timeout(patience).build(), BodyHandlers.ofByteArray());
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandRefusal("%s gives no answer (%s); is it running?".formatted(address, e), e);
    }
  }

  private JsonNode json(HttpResponse<byte[]> response) {
    try {
      return Objects.requireNonNull(EventCodec.mapper().readTree(response.body()));
    } catch (IOException e) {
      throw new CommandRefusal("%s is no %s".formatted(response.uri(), service), e);
    }
  }

  private String problem(int status, JsonNode problem) {
    String detail = problem.path("detail").asText(service + " answered " + status);
    if (status == UNAUTHORIZED) {
      return detail + "; put it into the environment variable " + KEY;
    }
    String field = problem.path("field").asText("");
    return field.isEmpty() ? detail : field + " " + detail;
  }
}
