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
  static boolean run(LocalFolder folder, PrintStream out) {
    List<String> ended = Leftovers.end(folder);
    ended.forEach(process -> out.println("Ended " + process));
    out.println(ended.isEmpty() ? "Nothing was running." : "Stopped.");
    folder.state().delete();
    return true;
  }
}
