package dev.supportpulse.localstack;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * Ends a process when this JVM ends, in whatever way it does, {@code kill -9} included. A small
 * shell waits for the end of a pipe that only this JVM holds; when it comes, the shell asks the
 * process to end and, {@value #GRACE_SECONDS} s later, kills it.
 */
final class Leash implements AutoCloseable {

  private static final int GRACE_SECONDS = 8;

  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      read -r _
      pid=$1
      if [ -n "$3" ]; then
        read -r pid < "$3" || exit 0
      fi
      kill -s "$2" "$pid" || exit 0
      tenths=0
      while [ "$tenths" -lt %d0 ] && kill -0 "$pid"; do
        sleep 0.1
        tenths=$((tenths + 1))
      done
      kill -s KILL "$pid"
      """
          .formatted(GRACE_SECONDS);

  private final Process shell;

  private Leash(Process shell) {
    this.shell = shell;
  }

  /**
   * Puts a process on the leash.
   *
   * @param signal the signal that asks it to end, such as {@code TERM}
   */
  static Leash on(long pid, String signal) {
    return start(Long.toString(pid), signal, "");
  }

  /**
   * Puts a process on the leash that isn't known yet.
   *
   * @param pidFile its first line will be the process id; nothing is ended if it doesn't exist
   * @param signal the signal that asks it to end, such as {@code INT}
   */
  static Leash on(Path pidFile, String signal) {
    return start("", signal, pidFile.toString());
  }

  private static Leash start(String pid, String signal, String pidFile) {
    try {
      return new Leash(
          new ProcessBuilder("sh", "-c", SCRIPT, "leash", pid, signal, pidFile)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new StackException("cannot watch over a process: " + e.getMessage(), e);
    }
  }

  /** Lets go: for when the process has ended, so that its pid may belong to a stranger. */
  @Override
  public void close() {
    shell.destroyForcibly();
  }
}
