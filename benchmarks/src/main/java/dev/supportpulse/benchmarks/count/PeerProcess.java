package dev.supportpulse.benchmarks.count;

import dev.supportpulse.localstack.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A peer in a JVM of its own, set as {@code ./run} sets metrics-service's, heap included. */
public final class PeerProcess implements AutoCloseable {

  private final Process process;

  private PeerProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param main calls {@link #endWithParent()} first
   * @param log receives its output
   */
  public static PeerProcess start(Class<?> main, Path log, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(Service.METRICS.heap());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    try {
      return new PeerProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + main.getSimpleName(), e);
    }
  }

  /** Ends this process when its standard input does: whoever started it is gone then. */
  public static void endWithParent() {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // Nobody writes.
                }
              } catch (IOException e) {
                // As good as the end.
              }
              Runtime.getRuntime().halt(0);
            },
            "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  /** Its process. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
