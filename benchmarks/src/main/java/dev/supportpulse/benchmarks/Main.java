package dev.supportpulse.benchmarks;

import dev.supportpulse.benchmarks.count.Counted;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Behind {@code benchmarks/run}. */
public final class Main {

  private static final double SINGLES_OF_BARE = 0.7;
  private static final double BATCHES_OF_SINGLES = 5;
  private static final double BATCHES_OF_RAW = 0.15;
  private static final double OURS_OF_JPA = 20;
  private static final double OURS_OF_STREAMS = 1;
  private static final double ROWS_OF_COPY = 0.35;

  private Main() {}

  /** Takes the checkout's folder and what {@link Options} understands. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
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
    switch (options.mode()) {
      case THROUGHPUT, SOAK, NOISY -> intake(options, report);
      case COUNTING -> counting(options, report);
      case QUERY -> query(options, report);
      case STREAM -> stream(options, report);
      case PLAN -> report.plan(PlanSpeed.measure(options.quick() ? 5 : 30));
      case CLASSIFIER ->
          report.classifying(Classifying.measure(options.checkout(), options.data()));
      case CROSS_VALIDATION ->
          report.crossValidated(Classifying.crossValidate(options.checkout(), options.data()));
    }
  }

  private static void intake(Options options, Report report)
      throws IOException, InterruptedException {
    try (Stack stack = Stack.start(options.checkout())) {
      switch (options.mode()) {
        case THROUGHPUT -> throughput(stack, options.quick(), report);
        case SOAK -> report.soak(Soak.run(stack, Duration.ofSeconds(60), options.soak()));
        case NOISY -> {
          Duration each = Duration.ofSeconds(options.quick() ? 5 : 30);
          report.neighbours(Neighbours.measure(stack, warmUp(options.quick()), each));
        }
        default -> throw new IllegalStateException(options.mode() + " is not of intake");
      }
    }
  }

  private static void counting(Options options, Report report) throws IOException, SQLException {
    boolean quick = options.quick();
    try (MetricsStack stack = MetricsStack.start(options.checkout(), Counting.SETTINGS);
        Counting counting = new Counting(stack)) {
      counting.warmUp(quick ? 20_000 : 240_000);
      Map<String, List<Counted>> rounds = counting.rounds(quick ? 3 : 5, quick ? 20_000 : 60_000);
      report.counting(
          rounds,
          List.of(
              counted(rounds, Counting.OURS, Counting.JPA, OURS_OF_JPA),
              counted(rounds, Counting.OURS, Counting.STREAMS, OURS_OF_STREAMS),
              counted(rounds, Counting.ROWS, Counting.COPY, ROWS_OF_COPY)));
    }
  }

  private static void query(Options options, Report report)
      throws IOException, InterruptedException, SQLException {
    try (MetricsStack stack = MetricsStack.start(options.checkout(), Map.of())) {
      boolean quick = options.quick();
      report.query(QuerySpeed.measure(stack, quick ? 100 : 300, quick ? 10 : 100));
    }
  }

  private static void stream(Options options, Report report)
      throws IOException, InterruptedException {
    try (MetricsStack stack = MetricsStack.start(options.checkout(), Map.of())) {
      report.stream(
          StreamDelay.measure(
              stack,
              Duration.ofSeconds(options.quick() ? 10 : 40),
              Duration.ofSeconds(options.quick() ? 10 : 40)));
    }
  }

  private static Comparison counted(
      Map<String, List<Counted>> rounds, String ours, String peer, double target) {
    return Comparison.of(rounds, ours, peer, target, Counted::perSecond);
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
