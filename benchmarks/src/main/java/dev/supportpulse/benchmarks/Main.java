package dev.supportpulse.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Behind {@code benchmarks/run}. */
public final class Main {

  private static final double SINGLES_OF_BARE = 0.7;
  private static final double BATCHES_OF_SINGLES = 5;
  private static final double BATCHES_OF_RAW = 0.15;

  private Main() {}

  /** Takes the checkout's folder and what {@link Options} understands. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Options options;
    try {
      options = Options.parse(List.of(arguments));
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage() + "\n\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    Report report = new Report(out, options.checkout().resolve(Path.of("benchmarks", "target")));
    try (Stack stack = Stack.start(options.checkout())) {
      switch (options.mode()) {
        case THROUGHPUT -> throughput(stack, options.quick(), report);
        case SOAK -> report.soak(Soak.run(stack, Duration.ofSeconds(60), options.soak()));
        case NOISY -> {
          Duration each = Duration.ofSeconds(options.quick() ? 5 : 30);
          report.neighbours(Neighbours.measure(stack, warmUp(options.quick()), each));
        }
      }
    }
  }

  private static void throughput(Stack stack, boolean quick, Report report)
      throws InterruptedException {
    try (Throughput throughput = new Throughput(stack, Instant.now())) {
      throughput.warmUp(warmUp(quick), Duration.ofSeconds(quick ? 3 : 8));
      Map<String, List<Measured>> rounds =
          throughput.rounds(quick ? 3 : 5, Duration.ofSeconds(quick ? 2 : 4));
      List<Comparison> comparisons =
          List.of(
              Comparison.of(rounds, Throughput.SINGLES, Throughput.BARE, SINGLES_OF_BARE),
              Comparison.of(rounds, Throughput.BATCHES, Throughput.SINGLES, BATCHES_OF_SINGLES),
              Comparison.of(rounds, Throughput.BATCHES, Throughput.RAW, BATCHES_OF_RAW));
      report.throughput(
          rounds, comparisons, throughput.half(rounds, Duration.ofSeconds(quick ? 3 : 8)));
    }
  }

  /** How long intake works before it counts: the compiler of its code is slower than its caches. */
  private static Duration warmUp(boolean quick) {
    return Duration.ofSeconds(quick ? 10 : 60);
  }
}
