package dev.supportpulse.metrics.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Runs work in a transaction of its own: committed whole, or not at all. */
final class Transactions {

  private final DataSource dataSource;

  Transactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Runs the work and commits.
   *
   * @throws DatabaseException if the database failed; nothing was written then, unless the failure
   *     hit the commit itself, which the fence on offsets makes safe to try again
   */
  <T> T run(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /**
   * Runs work that sees the database as it is at one moment and writes nothing.
   *
   * @throws DatabaseException if the database failed or took too long
   */
  <T> T readOnly(Work<T> work) {
    return run(
        connection -> {
          try (Statement snapshot = connection.createStatement()) {
            snapshot.execute("set transaction isolation level repeatable read, read only");
          }
          return work.run(connection);
        });
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** What is done within a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }
}
