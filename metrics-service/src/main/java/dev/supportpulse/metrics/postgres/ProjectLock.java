package dev.supportpulse.metrics.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SortedSet;

/**
 * Batches share the projects that they are about; whoever changes what a whole project is counted
 * under has it alone. Held until the transaction ends, and taken before any row, so that who waits
 * holds nothing.
 *
 * <p>Projects share some hundred locks: the database has room for so many, whatever a batch brings.
 */
final class ProjectLock {

  private static final String KEY = "4294967296 + (hashtextextended(project, 1) & 255)";

  private static final String SHARE =
      "select pg_advisory_xact_lock_shared(key) from (select distinct %s as key from unnest(?::text[]) as p (project)) as k"
          .formatted(KEY);

  private static final String OWN =
      "select pg_advisory_xact_lock(%s) from (select ?::text as project) as p".formatted(KEY);

  private ProjectLock() {}

  /** Keeps those projects from being owned. */
  static void share(Connection connection, SortedSet<String> projects) throws SQLException {
    if (projects.isEmpty()) {
      return;
    }
    try (PreparedStatement lock = connection.prepareStatement(SHARE)) {
      new Columns<>(lock, projects).text(project -> project);
      lock.executeQuery().close();
    }
  }

  /** Waits for the batches in flight, and keeps others out. */
  static void own(Connection connection, String project) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(OWN)) {
      lock.setString(1, project);
      lock.executeQuery().close();
    }
  }
}
