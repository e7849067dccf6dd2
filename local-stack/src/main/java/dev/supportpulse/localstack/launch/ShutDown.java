package dev.supportpulse.localstack.launch;

import java.io.PrintStream;
import java.util.List;

/** {@code ./run stop}. */
final class ShutDown {

  private ShutDown() {}

  /**
   * Ends what runs, and what an earlier run left.
   *
   * @return true: that nothing ran is what was wanted, too
   */
  static boolean run(StateFile state, PrintStream out) {
    List<RecordedProcess> ended = Leftovers.end(state.read());
    ended.forEach(process -> out.printf("ended %s (process %d)%n", process.part(), process.pid()));
    out.println(ended.isEmpty() ? "Nothing was running." : "Stopped.");
    state.delete();
    return true;
  }
}
