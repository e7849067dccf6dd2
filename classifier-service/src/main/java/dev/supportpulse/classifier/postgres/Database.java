package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.background.DatabaseAway;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work in a transaction of its own: committed whole, or not at all. */
@ApplicationScoped
public class Database {

  /**
   * SQLSTATE classes that pass: connection (08), rolled back (40), out of resources (53), operator
   * intervention (57), I/O (58), object not in the required state (55).
   */
  private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

  private final DatabaseWatch watch;

  Database(DatabaseWatch watch) {
    this.watch = watch;
  }

  /**
   * Runs the work and commits.
   *
   * @throws DatabaseAway if the database is away or has no tables yet; nothing was written then,
   *     unless the failure hit the commit itself
   */
  public <T> T run(Supplier<T> work) {
    if (!watch.isMigrated()) {
      throw new DatabaseAway("the database has not been there since the start");
    }
    try {
      return QuarkusTransaction.requiringNew().call(work::get);
    } catch (RuntimeException e) {
      SQLException cause = sqlCause(e);
      if (cause != null && isPassing(cause)) {
        throw new DatabaseAway(e);
      }
      throw e;
    }
  }

  private static @Nullable SQLException sqlCause(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }

  private static boolean isPassing(SQLException e) {
    String state = e.getSQLState();
    return e instanceof SQLTransientException
        || e instanceof SQLNonTransientConnectionException
        || state == null
        || PASSING.contains(state.substring(0, Math.min(2, state.length())));
  }
}
