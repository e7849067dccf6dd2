package dev.supportpulse.metrics.postgres;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Whoever rewrites tables beside the counting works alone, over all instances. The database lets go
 * of the lock by itself when its holder is killed.
 */
@ApplicationScoped
class UpkeepLock {

  private static final String LOCK = "hashtext('support-pulse metrics maintenance')";

  private final DataSource dataSource;

  UpkeepLock(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Works, unless someone else does.
   *
   * @return what came of it; empty if someone else works
   * @throws DatabaseException if the database failed
   */
  <T> Optional<T> tryHold(Supplier<T> work) {
    try (Connection holder = dataSource.getConnection();
        Statement lock = holder.createStatement()) {
      if (!isTrue(lock, "select pg_try_advisory_lock(" + LOCK + ")")) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.get());
      } finally {
        isTrue(lock, "select pg_advisory_unlock(" + LOCK + ")");
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static boolean isTrue(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
