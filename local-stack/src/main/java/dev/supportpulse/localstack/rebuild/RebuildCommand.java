package dev.supportpulse.localstack.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.EventCodec;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code ./run rebuild}. */
public final class RebuildCommand {

  /** The environment variable with the API key, where access is closed. */
  private static final String KEY = "SUPPORTPULSE_KEY";

  private static final Duration PATIENCE = Duration.ofHours(6);
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int UNAVAILABLE = 503;
  private static final int MOST_TRIES = 60;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI metrics;
  private final Map<String, String> environment;
  private final PrintStream out;

  private RebuildCommand(URI metrics, Map<String, String> environment, PrintStream out) {
    this.metrics = metrics;
    this.environment = environment;
    this.out = out;
  }

  /**
   * Rebuilds projects one after another, and prints what was found wrong with each.
   *
   * @param arguments projects, every one if none is named, and {@code --url URL}
   * @param local where the metrics-service of {@code ./run} is; asked only if no other one is named
   * @return whether it was done
   */
  public static boolean run(
      List<String> arguments,
      Supplier<URI> local,
      Map<String, String> environment,
      PrintStream out,
      PrintStream err)
      throws InterruptedException {
    try {
      List<String> projects = new ArrayList<>();
      @Nullable URI named = null;
      for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
        String argument = rest.next();
        if (argument.equals("--url") && rest.hasNext()) {
          named = address(rest.next());
        } else if (argument.startsWith("-")) {
          throw new RebuildRefusal(
              "'" + argument + "' is not understood here; ./run --help tells what is");
        } else {
          projects.add(argument);
        }
      }
      new RebuildCommand(named == null ? local.get() : named, environment, out).run(projects);
      return true;
    } catch (RebuildRefusal e) {
      err.println("run rebuild: " + e.getMessage());
      return false;
    }
  }

  private static URI address(String text) {
    try {
      return URI.create(text.endsWith("/") ? text : text + "/");
    } catch (IllegalArgumentException e) {
      throw new RebuildRefusal("--url takes an address such as http://127.0.0.1:8083", e);
    }
  }

  private void run(List<String> named) throws InterruptedException {
    List<String> projects = new ArrayList<>(named);
    if (named.isEmpty()) {
      ask("v1/projects", HttpRequest.newBuilder())
          .path("projects")
          .forEach(project -> projects.add(project.asText()));
    }
    for (String project : projects) {
      JsonNode done =
          ask(
              "v1/projects/" + project + "/rebuild",
              HttpRequest.newBuilder().POST(BodyPublishers.noBody()));
      long buckets = 0;
      for (JsonNode ofTier : done.path("buckets")) {
        buckets += ofTier.asLong();
      }
      out.printf(
          "%-24s since %s: %d cases and %d buckets were wrong and are right now%n",
          project, done.path("from").asText(), done.path("cases").asLong(), buckets);
    }
  }

  /** Asks again as long as the service says that it may answer later. */
  private JsonNode ask(String path, HttpRequest.Builder request) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      HttpResponse<byte[]> response = send(path, request.copy());
      if (response.statusCode() == OK) {
        return json(response);
      }
      if (response.statusCode() != UNAVAILABLE || tries == MOST_TRIES) {
        throw new RebuildRefusal(problem(response.statusCode(), json(response)));
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
          request.uri(metrics.resolve(path)).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
    } catch (IOException | IllegalArgumentException e) {
      throw new RebuildRefusal("%s gives no answer (%s); is it running?".formatted(metrics, e), e);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) {
    try {
      return Objects.requireNonNull(EventCodec.mapper().readTree(response.body()));
    } catch (IOException e) {
      throw new RebuildRefusal("%s is no metrics-service".formatted(response.uri()), e);
    }
  }

  private static String problem(int status, JsonNode problem) {
    String hint = status == UNAUTHORIZED ? "; put it into the environment variable " + KEY : "";
    return problem.path("detail").asText("metrics-service answered " + status) + hint;
  }
}
