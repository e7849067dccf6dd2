package dev.supportpulse.metrics.postgres;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Set;

/** The database failed. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * SQLSTATE classes that pass: connection (08), rolled back (40), out of resources (53), operator
   * intervention (57), I/O (58), object not in the required state (55).
   */
  private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

  private final boolean passing;

  DatabaseException(SQLException cause) {
    super(cause.getMessage(), cause);
    this.passing = isPassing(cause);
  }

  /** Whether trying again may succeed. */
  public boolean isPassing() {
    return passing;
  }

  private static boolean isPassing(SQLException e) {
    String state = e.getSQLState();
    return e instanceof SQLTransientException
        || e instanceof SQLNonTransientConnectionException
        || state == null
        || PASSING.contains(state.substring(0, Math.min(2, state.length())));
  }
}
