package dev.supportpulse.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

  @TempDir Path folder;

  @Test
  void isAsDurableAsAnInstalledOne() throws Exception {
    try (Postgres postgres = Postgres.start(folder, 0)) {
      assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(postgres, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(
              ask(
                  postgres,
                  "SELECT datcollate FROM pg_database WHERE datname = current_database()"))
          .isEqualTo("C");
      assertThat(ask(postgres, "SHOW server_version_num")).startsWith("18");
    }
  }

  @Test
  void keepsWhatWasCommittedThroughRestartAndKill() throws Exception {
    int port;
    try (Postgres postgres = Postgres.start(folder, 0)) {
      port = postgres.port();
      execute(postgres, "CREATE SCHEMA own; CREATE TABLE own.kept (n int)");
      execute(postgres, "INSERT INTO own.kept VALUES (1)");
    }

    try (Postgres postgres = Postgres.start(folder, port)) {
      execute(postgres, "INSERT INTO own.kept VALUES (2)");
      postgres.kill();
      assertThat(folder.resolve("cluster/postmaster.pid")).exists();
    }

    try (Postgres postgres = Postgres.start(folder, port)) {
      assertThat(ask(postgres, "SELECT string_agg(n::text, ',' ORDER BY n) FROM own.kept"))
          .isEqualTo("1,2");
    }
  }

  @Test
  void startsWhenAStrangerHasTheProcessIdThatWasLeftBehind() throws Exception {
    int port;
    try (Postgres postgres = Postgres.start(folder, 0)) {
      port = postgres.port();
    }
    Path pidFile = folder.resolve("cluster/postmaster.pid");
    Files.writeString(
        pidFile,
        "%d%n%s%n1%n%d%n%n127.0.0.1%n%n"
            .formatted(ProcessHandle.current().pid(), folder.resolve("cluster"), port));

    try (Postgres postgres = Postgres.start(folder, port)) {
      assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void endsTheServerThatAKilledOwnerLeftBehind() throws Exception {
    Postgres left = Postgres.start(folder, 0);

    try (Postgres postgres = Postgres.start(folder, left.port())) {
      assertThat(Processes.isRunning(left.handle())).isFalse();
      assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
    }
  }

  private static void execute(Postgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Postgres postgres, String query) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(Postgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), Postgres.NAME, Postgres.NAME);
  }
}
