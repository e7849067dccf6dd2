package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.efficiency.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The targets that cases are counted under. Batches share a project, whoever changes its targets
 * has it alone ({@link ProjectLock}), so that every case is counted under one set of targets.
 */
@ApplicationScoped
public class TargetsTable {

  private static final String READ = "select * from targets where project = any (?)";

  private final BusinessHoursJson hours;

  TargetsTable(BusinessHoursJson hours) {
    this.hours = hours;
  }

  /** The targets of those projects, which the transaction must share. */
  Map<String, Targets> read(Connection connection, SortedSet<String> projects) throws SQLException {
    Map<String, Targets> targets = new HashMap<>();
    if (projects.isEmpty()) {
      return targets;
    }
    try (PreparedStatement read = connection.prepareStatement(READ)) {
      new Columns<>(read, projects).text(project -> project);
      try (ResultSet rows = read.executeQuery()) {
        while (rows.next()) {
          targets.put(rows.getString("project"), targets(rows));
        }
      }
    }
    return targets;
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
