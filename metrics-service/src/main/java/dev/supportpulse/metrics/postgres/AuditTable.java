package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.reference.Change;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Appends to the audit in the transaction of what is audited. */
final class AuditTable {

  private AuditTable() {}

  static int append(Connection connection, String project, String action, Change change)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into audit (at, actor, project, action, body) values (?::timestamptz, ?, ?, ?, ?)")) {
      insert.setString(1, change.at().toString());
      insert.setString(2, change.actor());
      insert.setString(3, project);
      insert.setString(4, action);
      insert.setString(5, change.body());
      return insert.executeUpdate();
    }
  }
}
