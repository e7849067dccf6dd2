package dev.supportpulse.localstack.redrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventCodec;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code ./run redrive}. */
public final class RedriveCommand {

  /** The environment variable with the API key, where access is closed. */
  private static final String KEY = "SUPPORTPULSE_KEY";

  private static final String ROUTE = "v1/dead-letters";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI intake;
  private final Map<String, String> environment;

  private RedriveCommand(URI intake, Map<String, String> environment) {
    this.intake = intake;
    this.environment = environment;
  }

  /**
   * Runs one command and prints what came of it.
   *
   * @param arguments what follows {@code ./run redrive}
   * @param local where the intake of {@code ./run} is; asked only if no other one is named
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
      RedriveOptions options = RedriveOptions.parse(arguments);
      URI named = options.intake();
      URI intake = named == null ? local.get() : named;
      new RedriveCommand(intake, environment).run(options, new RedriveTables(out));
      return true;
    } catch (RedriveRefusal e) {
      err.println("run redrive: " + e.getMessage());
      return false;
    }
  }

  private void run(RedriveOptions options, RedriveTables tables) throws InterruptedException {
    switch (options.verb()) {
      case COUNT -> tables.counts(get(ROUTE));
      case LIST ->
          tables.letters(get(ROUTE + "/" + options.operands().get(0) + query(options.filters())));
      case SHOW -> tables.letter(get(ROUTE + "/" + options.operands().get(0)));
      case SEND -> tables.report(post(ROUTE + "/redrive", selection(options)));
      case PARK -> tables.report(post(ROUTE + "/park", selection(options)));
    }
  }

  private static ObjectNode selection(RedriveOptions options) {
    ObjectNode selection = EventCodec.mapper().createObjectNode();
    options.filters().forEach(selection::put);
    if (options.filters().getOrDefault("limit", "").matches("\\d{1,9}")) {
      selection.put("limit", Integer.parseInt(options.filters().get("limit")));
    }
    if (options.namesLetters()) {
      ArrayNode letters = selection.putArray("letters");
      options.operands().forEach(letters::add);
    } else {
      selection.put("topic", options.operands().get(0));
    }
    return selection.put("dryRun", !options.serious());
  }

  private static String query(Map<String, String> filters) {
    return filters.isEmpty()
        ? ""
        : filters.entrySet().stream()
            .map(
                filter ->
                    filter.getKey()
                        + "="
                        + URLEncoder.encode(filter.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }

  private JsonNode get(String path) throws InterruptedException {
    return answer(HttpRequest.newBuilder(address(path)));
  }

  private JsonNode post(String path, ObjectNode body) throws InterruptedException {
    return answer(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private URI address(String path) {
    try {
      return intake.resolve(path);
    } catch (IllegalArgumentException e) {
      throw new RedriveRefusal("'" + path + "' can't be asked for: " + e.getMessage(), e);
    }
  }

  private JsonNode answer(HttpRequest.Builder request) throws InterruptedException {
    String key = environment.get(KEY);
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    try {
      HttpResponse<byte[]> response =
          http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
      JsonNode answer = EventCodec.mapper().readTree(response.body());
      if (response.statusCode() != 200) {
        throw new RedriveRefusal(problem(response.statusCode(), answer));
      }
      return answer;
    } catch (IOException e) {
      throw new RedriveRefusal("%s gives no answer (%s); is it running?".formatted(intake, e), e);
    }
  }

  private static String problem(int status, JsonNode problem) {
    String field = problem.path("field").asText("");
    String hint = status == 401 ? "; put it into the environment variable " + KEY : "";
    return (field.isEmpty() || status == 401 ? "" : field + " ")
        + problem.path("detail").asText("intake answered " + status)
        + hint;
  }
}
