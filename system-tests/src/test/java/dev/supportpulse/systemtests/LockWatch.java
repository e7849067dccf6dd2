package dev.supportpulse.systemtests;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Looks every few milliseconds who waits for a lock of whom. */
final class LockWatch implements AutoCloseable {

  private static final String NAME = "support_pulse";
  private static final long PAUSE_MILLIS = 10;

  private final Connection connection;
  private final long deadlocksBefore;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::watch, "lock-watch");
  private final AtomicLong looks = new AtomicLong();
  private final AtomicLong waits = new AtomicLong();

  LockWatch(String jdbcUrl) throws SQLException {
    connection = DriverManager.getConnection(jdbcUrl, NAME, NAME);
    deadlocksBefore = countDeadlocks();
    thread.start();
  }

  /** How many there were since the watch began. */
  long deadlocks() throws SQLException {
    return countDeadlocks() - deadlocksBefore;
  }

  /** In how many looks how many sessions waited. */
  String report() {
    return "%d waits for a lock in %d looks %d ms apart"
        .formatted(waits.get(), looks.get(), PAUSE_MILLIS);
  }

  private void watch() {
    try {
      while (!stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        waits.addAndGet(
            number(
                "select count(*) from pg_stat_activity"
                    + " where datname = current_database() and wait_event_type = 'Lock'"));
        looks.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      if (stopping.getCount() > 0) {
        throw new IllegalStateException(e);
      }
    }
  }

  private long countDeadlocks() throws SQLException {
    return number("select deadlocks from pg_stat_database where datname = current_database()");
  }

  private synchronized long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    stopping.countDown();
    connection.close();
  }
}
