package dev.supportpulse.benchmarks.peer;

import dev.supportpulse.localstack.Ports;
import dev.supportpulse.localstack.Processes;
import dev.supportpulse.localstack.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@link BareHandler} in a JVM of its own, set as {@code ./run} sets intake's. */
public final class BareHandlerProcess implements AutoCloseable {

  private static final Duration LISTENS_WITHIN = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Process process;
  private final int port;

  private BareHandlerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it and returns when it listens. */
  public static BareHandlerProcess start(String bootstrapServers, Path log) {
    int port = Ports.free();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Service.INTAKE.heap());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of(BareHandler.class.getName(), Integer.toString(port), bootstrapServers));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    try {
      BareHandlerProcess peer = new BareHandlerProcess(builder.start(), port);
      peer.awaitListening(log);
      return peer;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the bare handler", e);
    }
  }

  private void awaitListening(Path log) {
    long deadline = System.nanoTime() + LISTENS_WITHIN.toNanos();
    while (!Ports.accepts(port)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new IllegalStateException("the bare handler doesn't listen; see " + log);
      }
      Processes.pause(POLL);
    }
  }

  /** Where it takes what intake takes. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port + "/v1/events");
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
