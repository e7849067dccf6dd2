package dev.supportpulse.systemtests;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plain SQL over the database of metrics-service, which knows nothing of how it was filled. All
 * answers are as of the first question, whatever is counted meanwhile.
 */
final class LedgerQueries implements AutoCloseable {

  private static final String NAME = "support_pulse";

  private final Connection connection;

  LedgerQueries(String jdbcUrl) throws SQLException {
    this.connection = DriverManager.getConnection(jdbcUrl, NAME, NAME);
    this.connection.setSchema("metrics");
    this.connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    this.connection.setAutoCommit(false);
  }

  /** The ids of all events that are counted. */
  Set<String> ids(String project) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement("select id from ledger where project = ?")) {
      select.setString(1, project);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
    }
    return ids;
  }

  /** Per measure, n and sum of a bucket table. */
  Map<String, String> buckets(String table, String project) throws SQLException {
    return totals(
        "select rtrim(measure || ' ' || detail), sum(n), trim_scale(sum(sum)) from "
            + table
            + " where project = ? group by 1",
        project);
  }

  /** Per measure, n and sum of what the events and cases of the ledger say. */
  Map<String, String> ledger(String project) throws SQLException {
    return totals(
        """
        select t.key, sum((t.value ->> 0)::bigint), trim_scale(sum((t.value ->> 1)::numeric))
        from (
          select project, tally from ledger where not voided
          union all select project, tally from case_state
          union all select project, '{"PENDING": [1, "0"]}' from ledger
            where not voided and classifiable and classified_category is null
          union all select project, '{"BACKLOG": [1, "1"]}' from ledger
            where not voided and type = 'case.opened'
          union all select r.project, '{"BACKLOG": [1, "-1"]}' from ledger r
            where not r.voided and r.type = 'case.resolved' and exists (
              select from ledger o where o.project = r.project and o.case_id = r.case_id
                and o.type = 'case.opened' and not o.voided)
        ) as counted, jsonb_each(counted.tally) as t
        where counted.project = ? group by 1
        """,
        project);
  }

  /** Adds one to the count of every minute of a project, as somebody might who shouldn't. */
  static void spoil(String jdbcUrl, String project) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, NAME, NAME);
        PreparedStatement update =
            connection.prepareStatement(
                "update metrics.bucket_minute set n = n + 1 where project = ?")) {
      update.setString(1, project);
      update.executeUpdate();
    }
  }

  private Map<String, String> totals(String sql, String project) throws SQLException {
    Map<String, String> totals = new TreeMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, project);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          if (rows.getLong(2) != 0) {
            totals.put(rows.getString(1), rows.getLong(2) + " " + rows.getBigDecimal(3));
          }
        }
      }
    }
    return totals;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
