package dev.supportpulse.localstack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL server on 127.0.0.1, as durable as an installed one (fsync and synchronous commit
 * are on). Database, user and password are {@value #NAME}. What it keeps survives {@link #close()}
 * and {@link #kill()}: start another one on the same folder. It doesn't outlive this JVM, which
 * needs a heap of 192 MiB to unpack the server once.
 */
public final class Postgres implements Running {

  /** Name of the database, of its owner, and the owner's password. */
  public static final String NAME = "support_pulse";

  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

  private final EmbeddedPostgres server;
  private final ProcessHandle postmaster;
  private final Leash leash;

  private Postgres(EmbeddedPostgres server, ProcessHandle postmaster, Leash leash) {
    this.server = server;
    this.postmaster = postmaster;
    this.leash = leash;
  }

  /** As {@link #start(Path, int, Path)}, with the log in the data folder. */
  public static Postgres start(Path dataDir, int port) {
    return start(dataDir, port, dataDir.resolve("postgres.log"));
  }

  /**
   * Starts a server and returns when it answers. A server that still runs on the folder because its
   * owner was killed is ended first.
   *
   * @param dataDir created if it doesn't exist, used on if it does
   * @param port where clients connect; 0 for any free one
   * @param log receives the server's own output
   * @throws StackException when it doesn't answer within 60 s, with the end of the log
   */
  public static Postgres start(Path dataDir, int port, Path log) {
    Path cluster = cluster(dataDir);
    // INT is PostgreSQL's fast shutdown: it doesn't wait for clients to leave.
    Leash leash = Leash.on(PostmasterPid.file(cluster), "INT");
    Path complete = dataDir.resolve("complete");
    try {
      if (!Files.exists(complete)) {
        // Never started, or stopped in the middle of its first start: nothing is lost.
        Folders.delete(cluster);
      }
      Files.createDirectories(cluster);
      Files.createDirectories(log.toAbsolutePath().getParent());
      PostmasterPid.recover(cluster);
      useBinariesOfThisUser();
      EmbeddedPostgres server = configured(cluster, port, log).start();
      Postgres postgres = new Postgres(server, PostmasterPid.running(cluster).orElseThrow(), leash);
      postgres.createDatabase();
      Files.writeString(complete, "");
      return postgres;
    } catch (IOException | SQLException | RuntimeException e) {
      abandon(cluster);
      leash.close();
      throw new StackException("PostgreSQL doesn't start: " + e + "\n" + LogTail.of(log), e);
    }
  }

  private static Path cluster(Path dataDir) {
    return dataDir.resolve("cluster").toAbsolutePath();
  }

  /**
   * Ends the server that still runs on a folder because its owner was killed.
   *
   * @return the server, if there was one
   */
  public static Optional<ProcessHandle> endLeftBehind(Path dataDir) {
    return endLeftBehindIn(cluster(dataDir));
  }

  private static Optional<ProcessHandle> endLeftBehindIn(Path cluster) {
    try {
      return PostmasterPid.recover(cluster);
    } catch (IOException e) {
      throw new StackException("PostgreSQL doesn't stop: " + e.getMessage(), e);
    }
  }

  /** Ends a server that may be about to start: it writes down its process id a moment later. */
  private static void abandon(Path cluster) {
    boolean interrupted = Thread.interrupted();
    for (int i = 0; i < 20 && endLeftBehindIn(cluster).isEmpty(); i++) {
      Processes.pause(Duration.ofMillis(50));
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static EmbeddedPostgres.Builder configured(Path cluster, int port, Path log) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(cluster)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setLocaleConfig("locale", "C")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        // The embedding switches both off; kill tests and benchmarks would mislead.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "60")
        .setServerConfig("shared_buffers", "64MB")
        .setPGStartupWait(READY_LIMIT)
        .setOutputRedirector(Redirect.appendTo(log.toFile()))
        .setErrorRedirector(Redirect.appendTo(log.toFile()));
  }

  /**
   * The embedding unpacks into a folder that anyone may write to. It gets one inside a folder that
   * only this user can enter: whoever could write there would choose what we run.
   */
  private static void useBinariesOfThisUser() throws IOException {
    Path home = Path.of(System.getProperty("user.home"));
    Path own =
        Files.isWritable(home)
            ? home.resolve(".cache/support-pulse")
            : Path.of(System.getProperty("java.io.tmpdir"))
                .resolve("support-pulse-" + System.getProperty("user.name"));
    Files.createDirectories(own);
    // Fails if somebody else made it.
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
    System.setProperty("ot.epg.working-dir", own.resolve("postgresql").toString());
  }

  private void createDatabase() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
        statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + NAME + "'");
      }
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
        statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
      }
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  /** Where clients connect, without user and password. */
  public String jdbcUrl() {
    return jdbcUrl(port());
  }

  /** Where clients connect to a server on a port. */
  public static String jdbcUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
  }

  /** The port that clients connect to. */
  public int port() {
    return server.getPort();
  }

  @Override
  public ProcessHandle handle() {
    return postmaster;
  }

  /** Ends it at once, without a checkpoint; the next start recovers. */
  @Override
  public void kill() {
    postmaster.destroyForcibly();
    Processes.awaitEnd(postmaster, KILL_LIMIT);
    leash.close();
  }

  /**
   * Ends it in order; clients are disconnected. When its last checkpoint takes longer than 5 s, it
   * is killed, and the next start recovers.
   */
  @Override
  public void close() {
    try {
      if (Processes.isRunning(postmaster)) {
        server.close();
      }
    } catch (IOException e) {
      throw new StackException("PostgreSQL doesn't stop: " + e.getMessage(), e);
    } finally {
      kill();
    }
  }
}
