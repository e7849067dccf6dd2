package dev.supportpulse.localstack.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.localstack.command.CommandRefusal;
import dev.supportpulse.localstack.command.ServiceCalls;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code ./run rebuild}. */
public final class RebuildCommand {

  private static final Duration PATIENCE = Duration.ofHours(6);
  private static final int MOST_TRIES = 60;

  private final ServiceCalls metrics;
  private final PrintStream out;

  private RebuildCommand(ServiceCalls metrics, PrintStream out) {
    this.metrics = metrics;
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
          named = ServiceCalls.address(argument, rest.next());
        } else if (argument.startsWith("-")) {
          throw new CommandRefusal(
              "'" + argument + "' is not understood here; ./run --help tells what is");
        } else {
          projects.add(argument);
        }
      }
      URI address = named == null ? local.get() : named;
      ServiceCalls metrics =
          new ServiceCalls("metrics-service", address, environment, PATIENCE, MOST_TRIES);
      new RebuildCommand(metrics, out).run(projects);
      return true;
    } catch (CommandRefusal e) {
      err.println("run rebuild: " + e.getMessage());
      return false;
    }
  }

  private void run(List<String> named) throws InterruptedException {
    List<String> projects = new ArrayList<>(named);
    if (named.isEmpty()) {
      metrics
          .get("v1/projects")
          .path("projects")
          .forEach(project -> projects.add(project.asText()));
    }
    for (String project : projects) {
      JsonNode done = metrics.post("v1/projects/" + project + "/rebuild");
      long buckets = 0;
      for (JsonNode ofTier : done.path("buckets")) {
        buckets += ofTier.asLong();
      }
      out.printf(
          "%-24s since %s: %d cases and %d buckets were wrong and are right now%n",
          project, done.path("from").asText(), done.path("cases").asLong(), buckets);
    }
  }
}
