package dev.supportpulse.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * PostgreSQL's {@code postmaster.pid}, whose first line is the process id of the server that runs
 * on a data folder. After {@code kill -9} it may name a process that has gone, or a stranger who
 * got the same number since; PostgreSQL refuses to start beside the latter.
 */
final class PostmasterPid {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(8);

  private PostmasterPid() {}

  /** The server that runs on the folder, if there is one. */
  static Optional<ProcessHandle> running(Path cluster) {
    return read(cluster)
        .flatMap(ProcessHandle::of)
        .filter(Processes::isRunning)
        .filter(process -> isServerOf(process, cluster));
  }

  /**
   * Makes the folder ready for a new server: ends the one that was left behind, if any.
   *
   * @return the server that was ended
   */
  static Optional<ProcessHandle> recover(Path cluster) throws IOException {
    Optional<ProcessHandle> left = running(cluster);
    if (left.isPresent()) {
      end(left.get());
    }
    Files.deleteIfExists(file(cluster));
    // The embedding's own lock, which this JVM still holds for a server that was killed.
    Files.deleteIfExists(cluster.resolve("epg-lock"));
    return left;
  }

  private static void end(ProcessHandle server) throws IOException {
    // TERM would wait for clients to leave. Recovery at the next start makes good what KILL skips.
    server.destroyForcibly();
    if (!Processes.awaitEnd(server, STOP_LIMIT)) {
      throw new IOException("the earlier server, process " + server.pid() + ", doesn't end");
    }
  }

  /** Whether the process is a server on this folder: its working folder is the data folder. */
  private static boolean isServerOf(ProcessHandle process, Path cluster) {
    try {
      return Path.of("/proc", Long.toString(process.pid()), "cwd")
          .toRealPath()
          .equals(cluster.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Long> read(Path cluster) {
    try {
      return Files.readAllLines(file(cluster)).stream()
          .findFirst()
          .map(String::strip)
          .map(Long::valueOf);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The file itself; it exists while a server runs, and after it was killed. */
  static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
