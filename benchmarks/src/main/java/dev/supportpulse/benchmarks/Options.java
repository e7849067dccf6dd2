package dev.supportpulse.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param checkout the folder of the parent pom
 * @param quick whether rough figures within a minute will do
 * @param soak how long the soak lasts; of that mode only
 * @param data the folder of labelled texts; of the classifier's benchmarks only
 */
record Options(Path checkout, Mode mode, boolean quick, Duration soak, Path data) {

  /** Which benchmark: three of intake, four of metrics, two of the classifier. */
  enum Mode {
    THROUGHPUT,
    SOAK,
    NOISY,
    COUNTING,
    QUERY,
    STREAM,
    PLAN,
    CLASSIFIER,
    CROSS_VALIDATION
  }

  static final String USAGE =
      """
      usage: benchmarks/run intake [--quick]         peak rates beside the two peers, and latency at half the peak
             benchmarks/run intake --soak MINUTES    memory at full load
             benchmarks/run intake --noisy [--quick] what a quiet project feels of a noisy one
             benchmarks/run metrics [--quick]        counting a full topic beside the three peers
             benchmarks/run query [--quick]          a summary of 30 days over few and over many events
             benchmarks/run stream [--quick]         from an event to the summary that has it
             benchmarks/run plan [--quick]           plans of 4,200 shares
             benchmarks/run classifier [--data DIR]  both tiers beside fastText; DIR holds training.jsonl
                                                     and nlbse2024/ (default: ../shared/data)
             benchmarks/run classifier --folds       both tiers, cross-validated on NLBSE'24's training issues

      Starts a broker and what it measures on free ports of this machine, in a temporary
      folder; a soak of ten minutes needs 30 GB there. Figures also go to benchmarks/target/.
      """;

  private static final Duration NO_SOAK = Duration.ZERO;

  /**
   * The options that the arguments mean, the checkout first.
   *
   * @throws IllegalArgumentException if they mean nothing; with the reason
   */
  static Options parse(List<String> arguments) {
    Deque<String> rest = new ArrayDeque<>(arguments);
    Path checkout = Path.of(rest.pop());
    Mode benchmark = benchmark(rest.poll());
    Path data = checkout.resolve(Path.of("..", "shared", "data"));
    Options options = new Options(checkout, benchmark, false, NO_SOAK, data);
    while (!rest.isEmpty()) {
      String option = rest.pop();
      if (option.equals("--data") && benchmark == Mode.CLASSIFIER) {
        options = new Options(checkout, options.mode, false, NO_SOAK, folder(rest.poll()));
      } else if (option.equals("--folds") && benchmark == Mode.CLASSIFIER) {
        options = new Options(checkout, Mode.CROSS_VALIDATION, false, NO_SOAK, options.data);
      } else if (option.equals("--quick") && benchmark != Mode.CLASSIFIER) {
        options = new Options(checkout, options.mode, true, options.soak, data);
      } else if (option.equals("--noisy") && benchmark == Mode.THROUGHPUT) {
        options = new Options(checkout, Mode.NOISY, options.quick, NO_SOAK, data);
      } else if (option.equals("--soak") && benchmark == Mode.THROUGHPUT) {
        options = new Options(checkout, Mode.SOAK, options.quick, minutes(rest.poll()), data);
      } else {
        throw new IllegalArgumentException(option + " is not understood");
      }
    }
    return options;
  }

  private static Mode benchmark(@Nullable String name) {
    return switch (name == null ? "" : name) {
      case "intake" -> Mode.THROUGHPUT;
      case "metrics" -> Mode.COUNTING;
      case "query" -> Mode.QUERY;
      case "stream" -> Mode.STREAM;
      case "plan" -> Mode.PLAN;
      case "classifier" -> Mode.CLASSIFIER;
      default ->
          throw new IllegalArgumentException(
              "name the benchmark: intake, metrics, query, stream, plan or classifier");
    };
  }

  private static Path folder(@Nullable String text) {
    if (text == null) {
      throw new IllegalArgumentException("--data needs a folder");
    }
    return Path.of(text);
  }

  private static Duration minutes(@Nullable String text) {
    if (text == null || !text.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("--soak needs a whole number of minutes");
    }
    return Duration.ofMinutes(Long.parseLong(text));
  }
}
