package dev.supportpulse.localstack;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of ours that writes its output to a log file and doesn't outlive this JVM. */
final class ChildProcess implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(4);

  private final String name;
  private final Process process;
  private final Path log;
  private final Leash leash;

  private ChildProcess(String name, Process process, Path log, Leash leash) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.leash = leash;
  }

  /**
   * Starts a command.
   *
   * @param name what messages call it
   * @param environment added to ours
   * @param log receives standard output and standard error, after what it already holds
   */
  static ChildProcess start(
      String name, List<String> command, Map<String, String> environment, Path log) {
    // Ctrl-C in a terminal signals every process of the group; the children must wait for us to
    // end them in order.
    List<String> shielded = new ArrayList<>(List.of("sh", "-c", "trap '' INT; exec \"$@\"", name));
    shielded.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(shielded)
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      Process process = builder.start();
      return new ChildProcess(name, process, log, Leash.on(process.pid(), "TERM"));
    } catch (IOException e) {
      throw new StackException("cannot start " + name + ": " + e.getMessage(), e);
    }
  }

  /** The {@code java} that runs this JVM. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  Path log() {
    return log;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Its exit code, when it ends within the time; otherwise it is killed, which is a failure too.
   */
  int waitFor(Duration atMost) {
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while waiting for " + name, e);
    } finally {
      leash.close();
    }
  }

  /** Ends it at once ({@code kill -9}), and returns when it is gone. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
    leash.close();
  }

  /** Asks it to end; kills it when it takes longer than 4 s. */
  @Override
  public void close() {
    process.destroy();
    waitFor(GRACE);
  }
}
