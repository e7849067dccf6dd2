package dev.supportpulse.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.supportpulse.benchmarks.classify.Scores;
import dev.supportpulse.benchmarks.count.Counted;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Prints figures for people, and keeps them as JSON. */
final class Report {

  private final PrintStream out;
  private final Path folder;

  /**
   * A report.
   *
   * @param folder where the JSON goes
   */
  Report(PrintStream out, Path folder) {
    this.out = out;
    this.folder = folder;
  }

  void throughput(
      Map<String, List<Measured>> rounds, List<Comparison> comparisons, List<Half> halves) {
    line(
        "%-24s %10s   CPU µs per event: %7s %7s %7s",
        "median of the rounds", "events/s", "server", "broker", "client");
    rounds.forEach(
        (name, measured) ->
            line(
                "%-24s %10.0f   %25.1f %7.1f %7.1f%s",
                name,
                Measured.median(measured, Measured::eventsPerSecond),
                Measured.median(measured, Measured::serverMicros),
                Measured.median(measured, Measured::brokerMicros),
                Measured.median(measured, Measured::clientMicros),
                refused(measured.stream().mapToLong(Measured::refused).sum())));
    line("");
    compared(comparisons);
    line("");
    line("%-24s %10s %8s %8s", "at half the peak", "requests/s", "p50 ms", "p99 ms");
    halves.forEach(
        half ->
            line(
                "%-24s %10.0f %8.1f %8.1f", half.what(), half.perSecond(), half.p50(), half.p99()));
    keep(
        "intake-throughput",
        Map.of("rounds", rounds, "comparisons", comparisons, "halves", halves));
  }

  private void compared(List<Comparison> comparisons) {
    line("%-24s %-24s %7s %7s", "compared", "with", "ratio", "target");
    comparisons.forEach(
        comparison ->
            line(
                "%-24s %-24s %7.2f  ≥ %.2f  %s",
                comparison.ours(),
                comparison.peer(),
                comparison.ratio(),
                comparison.target(),
                comparison.met() ? "met" : "MISSED"));
  }

  void counting(Map<String, List<Counted>> rounds, List<Comparison> comparisons) {
    line(
        "%-24s %10s   CPU µs of each: %8s %8s %8s",
        "median of the rounds", "a second", "itself", "database", "broker");
    rounds.forEach(
        (name, counted) ->
            line(
                "%-24s %10.0f   %25.1f %8.1f %8.1f",
                name,
                median(counted, Counted::perSecond),
                median(counted, Counted::ownMicros),
                median(counted, Counted::databaseMicros),
                median(counted, Counted::brokerMicros)));
    line("");
    compared(comparisons);
    keep("metrics", Map.of("rounds", rounds, "comparisons", comparisons));
  }

  void query(QuerySpeed speed) {
    line(
        "%-24s %12s %8s %8s %10s %12s",
        "30 days, two group-bys", "events", "p50 ms", "p99 ms", "rows read", "ledger rows");
    asked("small, alone", speed.alone());
    asked("small", speed.small());
    asked("large", speed.large());
    line(
        "large / small: p50 %.2f, p99 %.2f, target ≤ %.1f  %s",
        speed.ratio(),
        speed.ratioOf99(),
        QuerySpeed.TARGET,
        speed.ratio() <= QuerySpeed.TARGET ? "met" : "MISSED");
    line(
        "%.0f bytes for each event, %.0f for each bucket (indexes included)",
        speed.bytesPerEvent(), speed.bytesPerBucket());
    keep("query", speed);
  }

  private void asked(String what, QuerySpeed.Asked asked) {
    line(
        "%-24s %12d %8.1f %8.1f %10.0f %12.0f",
        what, asked.events(), asked.p50(), asked.p99(), asked.rowsRead(), asked.ledgerRowsRead());
  }

  void stream(StreamDelay delay) {
    line(
        "%.0f records a second; from append to summary: p50 %.0f ms, p99 %.0f ms, target ≤ %.0f ms "
            + " %s",
        delay.perSecond(),
        delay.p50(),
        delay.p99(),
        StreamDelay.TARGET,
        delay.p99() <= StreamDelay.TARGET && delay.missing() == 0 ? "met" : "MISSED");
    line("%d delays observed, %d missing", delay.delays(), delay.missing());
    keep("stream", delay);
  }

  void plan(PlanSpeed speed) {
    line(
        "%d plans of %d shares: p50 %.0f ms, slowest %.0f ms, target ≤ %.0f ms  %s; %d not proven"
            + " best",
        speed.plans(),
        speed.shares(),
        speed.p50(),
        speed.max(),
        PlanSpeed.TARGET,
        speed.max() <= PlanSpeed.TARGET ? "met" : "MISSED",
        speed.unproven());
    line(
        "with shadow prices and sensitivities: p50 %.0f ms, slowest %.0f ms",
        speed.wholeP50(), speed.wholeMax());
    keep("plan", speed);
  }

  void classifying(Classifying classifying) {
    if (!classifying.withFastText()) {
      line("SKIPPED: fastText is not installed (Debian: apt install fasttext)");
    }
    classifying
        .byTask()
        .forEach(
            (task, measured) -> {
              line(
                  "%-12s %9s %9s %10s %10s %9s %9s %9s",
                  task,
                  "accuracy",
                  "macro-F1",
                  "train s",
                  "texts/s",
                  "p99 ms",
                  "load ms",
                  "peak MiB");
              measured.forEach(
                  one ->
                      line(
                          "%-12s %9.3f %9.4f %10.1f %10.0f %9.2f %9.0f %9.0f",
                          one.classifier(),
                          one.scores().accuracy(),
                          one.scores().macroF1(),
                          one.trainSeconds(),
                          one.textsPerSecond(),
                          one.p99Millis(),
                          one.loadMillis(),
                          one.peakMiB()));
              line("");
            });
    keep("classifier", classifying);
  }

  void crossValidated(Map<String, Scores> byTier) {
    line("%-12s %9s %9s", "NLBSE'24", "accuracy", "macro-F1");
    byTier.forEach(
        (tier, scores) -> line("%-12s %9.3f %9.4f", tier, scores.accuracy(), scores.macroF1()));
    keep("classifier-folds", byTier);
  }

  private static double median(List<Counted> rounds, ToDoubleFunction<Counted> figure) {
    return Statistics.median(rounds.stream().mapToDouble(figure).toArray());
  }

  void soak(Soak soak) {
    line("%8s %10s %10s", "seconds", "MiB (PSS)", "events/s");
    soak.samples()
        .forEach(
            sample ->
                line(
                    "%8.0f %10.1f %10.0f%s",
                    sample.seconds(),
                    sample.memoryMiB(),
                    sample.eventsPerSecond(),
                    refused(sample.refused())));
    Trend growth = soak.growth();
    line(
        "memory grows by %.2f ± %.2f MiB a minute (95 %% interval of a straight line)",
        growth.slope(), growth.margin());
    keep("intake-soak", Map.of("samples", soak.samples(), "growthPerMinute", growth));
  }

  void neighbours(Neighbours neighbours) {
    line("p99 of a quiet project alone            %8.1f ms", neighbours.alone());
    line(
        "p99 beside a project that floods        %8.1f ms%s",
        neighbours.beside(), refused(neighbours.quietRefused()));
    line(
        "what the flood gets through             %8.0f events/s%s",
        neighbours.noise(), refused(neighbours.noiseRefused()));
    line("ratio %.2f, target ≤ %.1f", neighbours.ratio(), Neighbours.TARGET);
    keep("intake-noisy", neighbours);
  }

  private static String refused(long requests) {
    return requests == 0 ? "" : "   %d requests not answered 202".formatted(requests);
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  private void keep(String name, Object figures) {
    Path file = folder.resolve(name + ".json");
    try {
      Files.createDirectories(folder);
      Files.write(
          file, new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(figures));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
