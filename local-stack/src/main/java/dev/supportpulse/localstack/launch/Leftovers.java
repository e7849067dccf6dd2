package dev.supportpulse.localstack.launch;

import dev.supportpulse.localstack.Postgres;
import dev.supportpulse.localstack.Processes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ends what is recorded and still runs, the launcher first, so that it ends the rest in order. */
final class Leftovers {

  private static final Duration LAUNCHER_GRACE = Duration.ofSeconds(12);
  private static final Duration GRACE = Duration.ofSeconds(4);

  private Leftovers() {}

  /**
   * Ends what still runs of a folder, recorded or not.
   *
   * @return what ran, such as {@code broker (process 123)}
   * @throws Refusal if one doesn't end
   */
  static List<String> end(LocalFolder folder) {
    List<String> ended = new ArrayList<>();
    end(folder.state().read()).forEach(left -> ended.add(text(left.part(), left.pid())));
    // The one that is no child of ours, so that it may have started without being recorded.
    Postgres.endLeftBehind(folder.database())
        .ifPresent(server -> ended.add(text("database", server.pid())));
    return ended;
  }

  private static String text(String part, long pid) {
    return part + " (process " + pid + ")";
  }

  /** Ends those of the recorded processes that still run, and returns them. */
  static List<RecordedProcess> end(List<RecordedProcess> recorded) {
    List<RecordedProcess> left = recorded.stream().filter(p -> p.running().isPresent()).toList();
    left.stream().filter(Leftovers::isLauncher).forEach(launcher -> end(launcher, LAUNCHER_GRACE));
    left.stream().filter(p -> !isLauncher(p)).forEach(part -> end(part, GRACE));
    return left;
  }

  private static boolean isLauncher(RecordedProcess process) {
    return process.part().equals(StateFile.LAUNCHER);
  }

  private static void end(RecordedProcess recorded, Duration grace) {
    Optional<ProcessHandle> process = recorded.running();
    if (process.isPresent() && !Processes.end(process.get(), grace)) {
      throw new Refusal(
          "%s (process %d) of an earlier run doesn't end; end it by hand: kill -9 %d"
              .formatted(recorded.part(), recorded.pid(), recorded.pid()));
    }
  }
}
