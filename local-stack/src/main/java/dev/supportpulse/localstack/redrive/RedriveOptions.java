package dev.supportpulse.localstack.redrive;

import dev.supportpulse.localstack.command.CommandRefusal;
import dev.supportpulse.localstack.command.ServiceCalls;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of {@code ./run redrive} wants.
 *
 * @param operands a topic, or letters
 * @param filters by the names that the routes have for them
 * @param serious whether it shall be done, not only told
 * @param intake where intake is; null for that of {@code ./run}
 */
record RedriveOptions(
    Verb verb,
    List<String> operands,
    Map<String, String> filters,
    boolean serious,
    @Nullable URI intake) {

  private static final Set<String> FILTERS =
      Set.of("project", "code", "state", "from", "to", "limit", "after");

  /** What to do. */
  enum Verb {
    /** Tell how many letters there are. */
    COUNT,
    /** Tell which letters a topic has. */
    LIST,
    /** Tell everything of a letter. */
    SHOW,
    /** Put letters in again. */
    SEND,
    /** Lay letters to rest. */
    PARK
  }

  RedriveOptions {
    operands = List.copyOf(operands);
    filters = Map.copyOf(filters);
  }

  /**
   * Reads a command line.
   *
   * @throws CommandRefusal if it makes no sense
   */
  static RedriveOptions parse(List<String> arguments) {
    List<String> operands = new ArrayList<>();
    Map<String, String> filters = new TreeMap<>();
    boolean serious = false;
    URI intake = null;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      if (argument.equals("--yes")) {
        serious = true;
      } else if (argument.equals("--dry-run")) {
        serious = false;
      } else if (argument.equals("--url")) {
        intake = ServiceCalls.address(argument, value(argument, rest));
      } else if (argument.equals("--note") || isFilter(argument)) {
        filters.put(argument.substring(2), value(argument, rest));
      } else if (argument.startsWith("-")) {
        throw misunderstood(argument);
      } else {
        operands.add(argument);
      }
    }
    Verb verb = operands.isEmpty() ? Verb.COUNT : verb(operands.remove(0));
    RedriveOptions options =
        new RedriveOptions(
            verb, operands.stream().map(RedriveOptions::full).toList(), filters, serious, intake);
    options.requireSense();
    return options;
  }

  /** Whether the operands are letters, not a topic. */
  boolean namesLetters() {
    return operands.get(0).contains("/");
  }

  private void requireSense() {
    switch (verb) {
      case COUNT -> require(filters.isEmpty(), "to count takes no filter; try: list TOPIC");
      case LIST ->
          require(
              operands.size() == 1 && !namesLetters(),
              "list takes one topic: rejected, classifier or metrics");
      case SHOW ->
          require(
              operands.size() == 1 && namesLetters(),
              "show takes one letter, as list prints it, such as metrics/0/17");
      case SEND, PARK -> {
        require(
            !operands.isEmpty(),
            verb.name().toLowerCase(Locale.ROOT) + " takes letters, or one topic");
        require(
            namesLetters()
                ? operands.stream().allMatch(operand -> operand.contains("/"))
                : operands.size() == 1,
            "either letters or one topic");
      }
    }
  }

  private static void require(boolean sense, String remedy) {
    if (!sense) {
      throw new CommandRefusal(remedy);
    }
  }

  private static Verb verb(String word) {
    return switch (word) {
      case "list" -> Verb.LIST;
      case "show" -> Verb.SHOW;
      case "send" -> Verb.SEND;
      case "park" -> Verb.PARK;
      default -> throw misunderstood(word);
    };
  }

  private static boolean isFilter(String argument) {
    return argument.startsWith("--") && FILTERS.contains(argument.substring(2));
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new CommandRefusal(option + " needs a value");
    }
    return option.equals("--after") ? full(rest.next()) : rest.next();
  }

  /** {@code metrics/0/17} is a letter of metrics-service, {@code rejected} intake's topic. */
  private static String full(String operand) {
    String[] parts = operand.split("/", 2);
    String topic =
        switch (parts[0]) {
          case "rejected" -> "support.rejected";
          case "classifier", "metrics" -> "support." + parts[0] + ".dead-letters";
          default -> parts[0];
        };
    return parts.length == 1 ? topic : topic + "/" + parts[1];
  }

  private static CommandRefusal misunderstood(String argument) {
    return new CommandRefusal(
        "'" + argument + "' is not understood here; ./run --help tells what is");
  }
}
