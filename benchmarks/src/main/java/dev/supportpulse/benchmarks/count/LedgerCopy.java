package dev.supportpulse.benchmarks.count;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The limit: one connection's {@code COPY} of ledger rows into a table that is the ledger's twin,
 * with its partitions and every index. Nothing is decoded, looked up or added up.
 */
public final class LedgerCopy {

  private static final String TWIN = "ledger_twin";

  private final Connection connection;
  private final CopyManager copies;

  /** Works by that connection, whose search path begins with the service's schema. */
  public LedgerCopy(Connection connection) throws SQLException {
    this.connection = connection;
    this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table %s (like ledger including all) partition by range (day)".formatted(TWIN));
    }
  }

  /**
   * How long it takes to write the rows again that were recorded since then.
   *
   * @param rows how many there are
   */
  public record Copied(long rows, double seconds) {

    /** Rows a second. */
    public double perSecond() {
      return rows / seconds;
    }
  }

  /** Reads those rows into memory, and then copies them in one transaction. */
  public Copied copySince(Instant recorded) throws SQLException, IOException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    copies.copyOut(
        "copy (select * from ledger where recorded_at >= '%s' order by recorded_at) to stdout"
            .formatted(recorded),
        rows);
    makeRoom(recorded);
    connection.setAutoCommit(false);
    try {
      long start = System.nanoTime();
      long copied =
          copies.copyIn(
              "copy %s from stdin".formatted(TWIN), new ByteArrayInputStream(rows.toByteArray()));
      connection.commit();
      return new Copied(copied, (System.nanoTime() - start) / 1e9);
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** A partition for each day of those rows, as the ledger has. */
  private void makeRoom(Instant recorded) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      List<String> days = new ArrayList<>();
      try (ResultSet found =
          statement.executeQuery(
              "select distinct day::text from ledger where recorded_at >= '%s'"
                  .formatted(recorded))) {
        while (found.next()) {
          days.add(found.getString(1));
        }
      }
      for (String day : days) {
        statement.execute(
            "create table if not exists %1$s_%2$s partition of %1$s for values from ('%3$s') to (date '%3$s' + 1)"
                .formatted(TWIN, day.replace('-', '_'), day));
      }
    }
  }
}
