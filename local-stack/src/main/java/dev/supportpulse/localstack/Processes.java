package dev.supportpulse.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Processes that aren't children of this JVM: what an earlier run may have left behind. */
public final class Processes {

  private static final Duration POLL = Duration.ofMillis(50);

  private Processes() {}

  /**
   * Whether a process runs. One that has ended but that nobody has asked about yet (a zombie) does
   * not.
   */
  public static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // pid (name) state …, and the name may hold anything.
      return stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Asks a process to end, and kills it when it takes longer.
   *
   * @return whether it has ended
   */
  public static boolean end(ProcessHandle process, Duration grace) {
    process.destroy();
    if (!awaitEnd(process, grace)) {
      process.destroyForcibly();
    }
    return awaitEnd(process, grace);
  }

  /** Whether a process ended within the time. */
  public static boolean awaitEnd(ProcessHandle process, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (isRunning(process)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause(POLL);
    }
    return true;
  }

  /** Waits; an interruption is a {@link StackException}. */
  public static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted", e);
    }
  }
}
