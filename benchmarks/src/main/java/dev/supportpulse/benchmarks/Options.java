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
 */
record Options(Path checkout, Mode mode, boolean quick, Duration soak) {

  /** Which benchmark of intake. */
  enum Mode {
    THROUGHPUT,
    SOAK,
    NOISY
  }

  static final String USAGE =
      """
      usage: benchmarks/run intake [--quick]         peak rates beside the two peers, and latency at half the peak
             benchmarks/run intake --soak MINUTES    memory at full load
             benchmarks/run intake --noisy [--quick] what a quiet project feels of a noisy one

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
    if (!"intake".equals(rest.poll())) {
      throw new IllegalArgumentException("name the benchmark: intake");
    }
    Options options = new Options(checkout, Mode.THROUGHPUT, false, NO_SOAK);
    while (!rest.isEmpty()) {
      String option = rest.pop();
      options =
          switch (option) {
            case "--quick" -> new Options(checkout, options.mode, true, options.soak);
            case "--noisy" -> new Options(checkout, Mode.NOISY, options.quick, NO_SOAK);
            case "--soak" -> new Options(checkout, Mode.SOAK, options.quick, minutes(rest.poll()));
            default -> throw new IllegalArgumentException(option + " is not understood");
          };
    }
    return options;
  }

  private static Duration minutes(@Nullable String text) {
    if (text == null || !text.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("--soak needs a whole number of minutes");
    }
    return Duration.ofMinutes(Long.parseLong(text));
  }
}
