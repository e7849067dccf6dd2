package dev.supportpulse.localstack.redrive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.localstack.command.CommandRefusal;
import dev.supportpulse.localstack.command.ServiceCalls;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code ./run redrive}. */
public final class RedriveCommand {

  private static final String ROUTE = "v1/dead-letters";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ServiceCalls intake;

  private RedriveCommand(ServiceCalls intake) {
    this.intake = intake;
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
      URI address = named == null ? local.get() : named;
      ServiceCalls intake = new ServiceCalls("intake", address, environment, PATIENCE, 1);
      new RedriveCommand(intake).run(options, new RedriveTables(out));
      return true;
    } catch (CommandRefusal e) {
      err.println("run redrive: " + e.getMessage());
      return false;
    }
  }

  private void run(RedriveOptions options, RedriveTables tables) throws InterruptedException {
    switch (options.verb()) {
      case COUNT -> tables.counts(intake.get(ROUTE));
      case LIST ->
          tables.letters(
              intake.get(ROUTE + "/" + options.operands().get(0) + query(options.filters())));
      case SHOW -> tables.letter(intake.get(ROUTE + "/" + options.operands().get(0)));
      case SEND -> tables.report(intake.post(ROUTE + "/redrive", selection(options)));
      case PARK -> tables.report(intake.post(ROUTE + "/park", selection(options)));
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
}
