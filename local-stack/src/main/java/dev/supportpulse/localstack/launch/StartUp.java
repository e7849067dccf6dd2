package dev.supportpulse.localstack.launch;

import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.samples.GoldenTable;
import dev.supportpulse.localstack.samples.ReplayFailed;
import dev.supportpulse.localstack.samples.SampleTarget;
import dev.supportpulse.localstack.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** {@code ./run}: start everything, show it at work, stay up. */
final class StartUp {

  private final RunOptions options;
  private final LocalFolder folder;
  private final Report report;

  StartUp(RunOptions options, LocalFolder folder, Report report) {
    this.options = options;
    this.folder = folder;
    this.report = report;
  }

  /**
   * Runs until this process is asked to end, and ends everything then.
   *
   * @throws Refusal if it must not start
   */
  void run() throws InterruptedException {
    folder.create();
    RunLock lock = RunLock.take(folder.lock()).orElseThrow(this::alreadyRunning);
    endLeftovers();
    if (options.fresh()) {
      folder.forget();
      folder.create();
    }
    options.ports().requireFree();
    requireMemory();
    Blueprint blueprint = new Blueprint(folder, options.ports());
    RunningStack stack = new RunningStack(blueprint, folder.state(), lock, report);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));
    report.line("Starting Support Pulse");
    Duration took = Parallel.timed(stack::start);
    report.line("Everything is ready after " + Report.text(took) + ".\n");
    showSamples();
    report.addresses(options.ports(), isClosed());
    // From here on this process only waits: it gives back what the samples took.
    System.gc();
    stack.watch();
  }

  private Refusal alreadyRunning() {
    String launcher =
        folder.state().read().stream()
            .filter(process -> process.part().equals(StateFile.LAUNCHER))
            .findFirst()
            .map(process -> " (process " + process.pid() + ")")
            .orElse("");
    return new Refusal(
        "Support Pulse already runs from this folder" + launcher + "; ./run stop ends it");
  }

  private void endLeftovers() {
    for (String left : Leftovers.end(folder)) {
      report.line("Ended " + left + ", which an earlier run had left behind.");
    }
  }

  /** The services have our environment, and with it the file of keys that it may name. */
  private static boolean isClosed() {
    return System.getenv("SUPPORTPULSE_ACCESS_KEYS_FILE") != null;
  }

  private static void requireMemory() {
    OptionalLong available = Memory.available();
    if (available.isPresent() && available.getAsLong() < Memory.NEEDED) {
      throw new Refusal(
          "only %s of memory are available and %s are needed: end other programs, or give this machine more"
              .formatted(Memory.text(available.getAsLong()), Memory.text(Memory.NEEDED)));
    }
  }

  private void stop(RunningStack stack) {
    report.stopping();
    report.stopped(Parallel.timed(stack::close));
  }

  /** Replays the samples once in the life of the data, and shows what they came to. */
  private void showSamples() throws InterruptedException {
    if (!options.samples() && !folder.samplesReplayed()) {
      return;
    }
    SampleTarget target =
        new SampleTarget(
            options.ports().uri(Service.INTAKE),
            options.ports().uri(Service.METRICS),
            isClosed() ? folder.samplesKey() : null);
    Instant anchor = folder.anchor();
    try {
      if (!folder.samplesReplayed()) {
        Samples.replay(target, anchor, new ReplayProgress(report));
        folder.markSamplesReplayed();
      }
      GoldenTable.print(target, anchor, report.out());
    } catch (ReplayFailed e) {
      report.failed(e);
    }
  }
}
