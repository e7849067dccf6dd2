package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.efficiency.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The targets that cases are counted under. Batches of cases share a project's targets; whoever
 * changes them has them alone, so that every case is counted under one set of targets.
 */
@ApplicationScoped
public class TargetsTable {

  private static final String SHARE =
      """
      select pg_advisory_xact_lock_shared(hashtextextended(project, 1))
      from unnest(?::text[]) as p (project)
      """;

  private static final String OWN = "select pg_advisory_xact_lock(hashtextextended(?, 1))";

  /** After the lock, in a statement of its own: its snapshot holds what the last owner wrote. */
  private static final String READ = "select * from targets where project = any (?)";

  private final BusinessHoursJson hours;

  TargetsTable(BusinessHoursJson hours) {
    this.hours = hours;
  }

  /** The targets of those projects, which nobody changes until the transaction ends. */
  Map<String, Targets> share(Connection connection, SortedSet<String> projects)
      throws SQLException {
    Map<String, Targets> targets = new HashMap<>();
    if (projects.isEmpty()) {
      return targets;
    }
    try (PreparedStatement lock = connection.prepareStatement(SHARE);
        PreparedStatement read = connection.prepareStatement(READ)) {
      bind(lock, projects);
      lock.executeQuery().close();
      bind(read, projects);
      try (ResultSet rows = read.executeQuery()) {
        while (rows.next()) {
          targets.put(rows.getString("project"), targets(rows));
        }
      }
    }
    return targets;
  }

  /** Keeps batches with cases of the project out until the transaction ends. */
  void own(Connection connection, String project) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(OWN)) {
      lock.setString(1, project);
      lock.executeQuery().close();
    }
  }

  private static void bind(PreparedStatement statement, Collection<String> projects)
      throws SQLException {
    new Columns<>(statement, projects).text(project -> project);
  }

  private Targets targets(ResultSet row) throws SQLException {
    return new Targets(
        seconds(row, "first_response_seconds"),
        seconds(row, "resolution_seconds"),
        row.getBigDecimal("quality_floor"),
        hours.read(row.getString("business_hours")));
  }

  private static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
    long seconds = row.getLong(column);
    return row.wasNull() ? null : Duration.ofSeconds(seconds);
  }
}
