package dev.supportpulse.localstack.launch;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * What the caller of {@code ./run} wants.
 *
 * @param fresh whether a start forgets what earlier runs kept
 * @param samples whether a start replays the sample feeds, once
 * @param ports where a start puts everything
 */
record RunOptions(Verb verb, boolean fresh, boolean samples, PortPlan ports) {

  /** What to do. */
  enum Verb {
    /** Start everything and stay up. */
    START,
    /** Tell what runs. */
    STATUS,
    /** End what runs. */
    STOP
  }

  /**
   * Reads a command line: a verb, START if there is none, and for START its options.
   *
   * @throws Refusal if it makes no sense
   */
  static RunOptions parse(List<String> arguments) {
    Verb verb = Verb.START;
    boolean fresh = false;
    boolean samples = true;
    PortPlan ports = PortPlan.DEFAULT;
    boolean first = true;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); first = false) {
      String argument = rest.next();
      if (first && argument.matches("start|status|stop")) {
        verb = Verb.valueOf(argument.toUpperCase(Locale.ROOT));
      } else if (verb != Verb.START) {
        throw misunderstood(argument);
      } else {
        switch (argument) {
          case "--fresh" -> fresh = true;
          case "--no-samples" -> samples = false;
          case "--port-base" -> ports = PortPlan.parse(rest.hasNext() ? rest.next() : "");
          default -> throw misunderstood(argument);
        }
      }
    }
    return new RunOptions(verb, fresh, samples, ports);
  }

  private static Refusal misunderstood(String argument) {
    return new Refusal("'" + argument + "' is not understood here; ./run --help tells what is");
  }
}
