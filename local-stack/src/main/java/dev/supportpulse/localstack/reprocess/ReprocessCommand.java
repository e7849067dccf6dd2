package dev.supportpulse.localstack.reprocess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code ./run reprocess}. */
public final class ReprocessCommand {

  /** The environment variable with the API key, where access is closed. */
  private static final String KEY = "SUPPORTPULSE_KEY";

  private static final String ROUTE = "v1/reprocessings";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int UNAUTHORIZED = 401;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI classifier;
  private final Map<String, String> environment;
  private final PrintStream out;

  private ReprocessCommand(URI classifier, Map<String, String> environment, PrintStream out) {
    this.classifier = classifier;
    this.environment = environment;
    this.out = out;
  }

  /**
   * Has all events classified again and stays until they are. It goes on if the caller gives up.
   *
   * @param arguments {@code --project P}, {@code --tier fast|accurate}, {@code --url URL}
   * @param local where the classifier-service of {@code ./run} is; asked only if no other one is
   *     named
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
      ObjectNode wish = EventCodec.mapper().createObjectNode();
      @Nullable URI named = null;
      for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
        String argument = rest.next();
        boolean known = argument.matches("--(project|tier|url)");
        if (!known || !rest.hasNext()) {
          throw new ReprocessRefusal(
              known
                  ? argument + " takes a value; ./run --help tells which"
                  : "'" + argument + "' is not understood here; ./run --help tells what is");
        }
        if (argument.equals("--url")) {
          named = address(rest.next());
        } else {
          wish.put(argument.substring(2), rest.next());
        }
      }
      new ReprocessCommand(named == null ? local.get() : named, environment, out).run(wish);
      return true;
    } catch (ReprocessRefusal e) {
      err.println("run reprocess: " + e.getMessage());
      return false;
    }
  }

  private static URI address(String text) {
    try {
      return URI.create(text.endsWith("/") ? text : text + "/");
    } catch (IllegalArgumentException e) {
      throw new ReprocessRefusal("--url takes an address such as http://127.0.0.1:8082", e);
    }
  }

  private void run(JsonNode wish) throws InterruptedException {
    JsonNode state =
        ask(
            ROUTE,
            HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wish.toString())),
            ACCEPTED);
    String one = ROUTE + "/" + state.path("id").asLong();
    long shown = -1;
    while (state.path("finishedAt").isNull()) {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
      state = ask(one, HttpRequest.newBuilder(), OK);
      long done = state.path("done").asLong();
      if (done != shown) {
        out.printf("%d of %d records%n", done, state.path("records").asLong());
      }
      shown = done;
    }
    out.printf(
        "%d records were looked at; figures follow as metrics-service counts them%n",
        state.path("records").asLong());
  }

  private JsonNode ask(String path, HttpRequest.Builder request, int wanted)
      throws InterruptedException {
    HttpResponse<byte[]> response = send(path, request);
    if (response.statusCode() != wanted) {
      throw new ReprocessRefusal(problem(response.statusCode(), json(response)));
    }
    return json(response);
  }

  private HttpResponse<byte[]> send(String path, HttpRequest.Builder request)
      throws InterruptedException {
    String key = environment.get(KEY);
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    try {
      return http.send(
          request.uri(classifier.resolve(path)).timeout(PATIENCE).build(),
          BodyHandlers.ofByteArray());
    } catch (IOException | IllegalArgumentException e) {
      throw new ReprocessRefusal(
          "%s gives no answer (%s); is it running?".formatted(classifier, e), e);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) {
    try {
      return Objects.requireNonNull(EventCodec.mapper().readTree(response.body()));
    } catch (IOException e) {
      throw new ReprocessRefusal("%s is no classifier-service".formatted(response.uri()), e);
    }
  }

  private static String problem(int status, JsonNode problem) {
    String hint = status == UNAUTHORIZED ? "; put it into the environment variable " + KEY : "";
    return problem.path("detail").asText("classifier-service answered " + status) + hint;
  }
}
