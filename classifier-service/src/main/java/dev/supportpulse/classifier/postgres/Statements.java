package dev.supportpulse.classifier.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every table of observations needs of JDBC. */
final class Statements {

  private Statements() {}

  /** Runs a statement for each of the rows, in one batch. */
  static <T> void each(Connection connection, String sql, List<T> rows, Setter<T> setter)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (T row : rows) {
        setter.set(connection, statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Runs a statement whose only parameter is an instant; how many rows it changed. */
  static int update(Connection connection, String sql, Instant parameter) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setTimestamp(1, Timestamp.from(parameter));
      return statement.executeUpdate();
    }
  }

  /** The instant that a query with one parameter answers, if it isn't null. */
  static Optional<Instant> instant(Connection connection, String sql, String parameter)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, parameter);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
      }
    }
  }

  /** Sets the parameters of a statement. */
  @FunctionalInterface
  interface Setter<T> {
    void set(Connection connection, PreparedStatement statement, T row) throws SQLException;
  }
}
