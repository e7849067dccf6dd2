package dev.supportpulse.localstack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A packaged service in a JVM of its own, on 127.0.0.1. It doesn't outlive this JVM. */
public final class ServiceProcess implements Running {

  private static final Duration READY_LIMIT = Duration.ofSeconds(90);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int ANSWER_LIMIT_MILLIS = 2_000;

  private final Service service;
  private final ChildProcess process;
  private final URI uri;

  private ServiceProcess(Service service, ChildProcess process, URI uri) {
    this.service = service;
    this.process = process;
    this.uri = uri;
  }

  /**
   * Starts a service, without waiting for it: see {@link #awaitReady()}.
   *
   * @param checkout the folder of the parent pom
   * @param port where it listens; 0 for any free one
   * @param config configuration by property name, such as {@code kafka.bootstrap.servers}; it
   *     reaches the service by its environment, so that no secret shows in a process list
   * @param log receives the service's output
   */
  public static ServiceProcess start(
      Service service, Path checkout, int port, Map<String, String> config, Path log) {
    Path jar = service.jar(checkout);
    if (!Files.exists(jar)) {
      throw new StackException(jar + " is missing; build it: mvn -DskipTests package");
    }
    int httpPort = port == 0 ? Ports.free() : port;
    Map<String, String> environment = new HashMap<>();
    config.forEach((property, value) -> environment.put(environmentName(property), value));
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    // It would write a line each time that awaitReady asks.
    environment.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_HEALTH__LEVEL", "ERROR");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(httpPort));
    // glibc would keep a heap for each of many threads, mostly empty: some 10 MiB a service.
    environment.put("MALLOC_ARENA_MAX", "2");
    List<String> command = new ArrayList<>();
    command.add(ChildProcess.java());
    command.addAll(service.heap());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-jar");
    command.add(jar.toString());
    return new ServiceProcess(
        service,
        ChildProcess.start(service.label(), command, environment, log),
        URI.create("http://127.0.0.1:" + httpPort + "/"));
  }

  /** How MicroProfile Config spells a property in the environment. */
  static String environmentName(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** The service's base address. */
  public URI uri() {
    return uri;
  }

  @Override
  public ProcessHandle handle() {
    return process.handle();
  }

  /** Whether it says now that it is ready. */
  public boolean isReady() {
    return isReady(uri);
  }

  /** Whether the service at a base address says that it is ready. */
  public static boolean isReady(URI uri) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) uri.resolve("/q/health/ready").toURL().openConnection();
      connection.setConnectTimeout(ANSWER_LIMIT_MILLIS);
      connection.setReadTimeout(ANSWER_LIMIT_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Returns when it is ready.
   *
   * @throws StackException when it ends before, or isn't ready within 90 s, with the end of its log
   */
  @Override
  public void awaitReady() {
    long deadline = System.nanoTime() + READY_LIMIT.toNanos();
    while (!isReady()) {
      if (!process.isAlive()) {
        throw new StackException(service.module() + " ended\n" + LogTail.of(process.log()));
      }
      if (System.nanoTime() > deadline) {
        throw new StackException(
            service.module()
                + " isn't ready after "
                + READY_LIMIT.toSeconds()
                + " s\n"
                + LogTail.of(process.log()));
      }
      Processes.pause(POLL);
    }
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }
}
