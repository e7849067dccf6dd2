package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.query.ChangeLog;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;

/**
 * Counts the changes of each project in the transaction that makes them. Reading it is a look at a
 * few rows, which scales with neither events nor buckets; {@code NOTIFY} would make all commits of
 * the database wait in one line.
 */
@ApplicationScoped
public class ChangeTable implements ChangeLog {

  private static final String ADVANCE =
      """
      insert into change as c (project, stripe, version)
      select project, ?, 1 from unnest(?::text[]) as project
      on conflict (project, stripe) do update set version = c.version + 1
      """;

  private static final String MARKS =
      """
      select asked.project,
        (select sum(version) from change c where c.project = asked.project) as counted,
        (select max(id) from audit a where a.project = asked.project) as audited
      from unnest(?::text[]) as asked (project)
      """;

  private final Transactions transactions;

  ChangeTable(AgroalDataSource dataSource) {
    this.transactions = new Transactions(dataSource);
  }

  /** Counts a change of each of those projects, in key order like every write of a batch. */
  static void advance(Connection connection, NavigableSet<String> projects, int stripe)
      throws SQLException {
    if (projects.isEmpty()) {
      return;
    }
    try (PreparedStatement upsert = connection.prepareStatement(ADVANCE)) {
      upsert.setInt(1, stripe);
      upsert.setArray(2, connection.createArrayOf("text", projects.toArray()));
      upsert.executeUpdate();
    }
  }

  @Override
  public Map<String, String> marks(Set<String> projects) {
    return transactions.run(connection -> marks(connection, projects));
  }

  private static Map<String, String> marks(Connection connection, Set<String> projects)
      throws SQLException {
    Map<String, String> marks = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(MARKS)) {
      select.setArray(1, connection.createArrayOf("text", projects.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          marks.put(rows.getString(1), rows.getLong(2) + "." + rows.getLong(3));
        }
      }
    }
    return marks;
  }
}
