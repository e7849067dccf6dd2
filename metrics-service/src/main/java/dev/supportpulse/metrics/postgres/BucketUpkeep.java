package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.tally.Granule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Keeps the bucket tables small, chunk by chunk. It skips rows that a writer holds, so it never
 * waits for one, and a writer waits for a chunk at the most.
 */
final class BucketUpkeep {

  private static final String EXPIRE =
      """
      delete from %1$s where ctid = any (array(
        select ctid from %1$s where project = ? and start_at < ?::timestamptz
        limit ? for update skip locked))
      """;

  /**
   * Into stripe -1, which only maintenance writes to, so that no writer is met there. Stripe 0
   * stays where it is: where one instance counts alone, nothing is ever moved.
   */
  private static final String MERGE =
      """
      with moved as (
        delete from %1$s where ctid = any (array(
          select ctid from %1$s where project = ? and start_at < ?::timestamptz and stripe > 0
          limit ? for update skip locked))
        returning *),
      merged as (
        insert into %1$s as b (project, start_at, measure, detail, category, channel, tier, mode,
          stripe, n, sum, restated_at)
        select project, start_at, measure, detail, category, channel, tier, mode,
          -1, sum(n), sum(sum), max(restated_at)
        from moved
        group by project, start_at, measure, detail, category, channel, tier, mode
        on conflict (project, start_at, measure, detail, category, channel, tier, mode, stripe)
        do update set n = b.n + excluded.n, sum = b.sum + excluded.sum,
          restated_at = greatest(b.restated_at, excluded.restated_at))
      select from moved
      """;

  private final Transactions transactions;
  private final int chunkRows;

  BucketUpkeep(Transactions transactions, int chunkRows) {
    this.transactions = transactions;
    this.chunkRows = chunkRows;
  }

  /**
   * Deletes the project's buckets of that granule which start before the instant; returns how many.
   */
  long expire(String project, Granule granule, Instant before) {
    return inChunks(EXPIRE, project, granule, before, PreparedStatement::executeUpdate);
  }

  /**
   * Merges the stripes of the buckets that start before the instant; returns how many rows went.
   */
  long merge(String project, Granule granule, Instant before) {
    return inChunks(MERGE, project, granule, before, BucketUpkeep::countRows);
  }

  private long inChunks(String sql, String project, Granule granule, Instant before, Step step) {
    long all = 0;
    int rows;
    do {
      rows = transactions.run(connection -> chunk(connection, sql, project, granule, before, step));
      all += rows;
    } while (rows == chunkRows);
    return all;
  }

  private int chunk(
      Connection connection, String sql, String project, Granule granule, Instant before, Step step)
      throws SQLException {
    String table = BucketWriter.table(granule);
    try (PreparedStatement statement = connection.prepareStatement(sql.formatted(table))) {
      statement.setString(1, project);
      statement.setString(2, before.toString());
      statement.setInt(3, chunkRows);
      return step.execute(statement);
    }
  }

  private static int countRows(PreparedStatement statement) throws SQLException {
    int count = 0;
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        count++;
      }
    }
    return count;
  }

  @FunctionalInterface
  private interface Step {
    int execute(PreparedStatement statement) throws SQLException;
  }
}
