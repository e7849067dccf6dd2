package dev.supportpulse.benchmarks.count;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a project that has each event of another one so many times, under identities of their own,
 * and the same buckets with so many times the counts: through the service it would take the better
 * part of an hour, and come out the same.
 *
 * <p>The indexes of the tables that grow are dropped meanwhile, and made anew over all rows: ten
 * million keys in no order would each find its page on the disk.
 */
public final class Magnification {

  private static final List<String> BUCKETS =
      List.of("bucket_minute", "bucket_quarter_hour", "bucket_day");

  private static final String INDEXES =
      """
      select 'alter table ' || conrelid::regclass || ' drop constraint ' || conname,
        'alter table ' || conrelid::regclass || ' add constraint ' || conname || ' '
          || pg_get_constraintdef(oid)
      from pg_constraint
      where contype = 'p' and conrelid in ('identity'::regclass, 'ledger'::regclass)
      union all
      select 'drop index ' || indexrelid::regclass,
        replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ')
      from pg_index
      where not indisprimary and indrelid in ('identity'::regclass, 'ledger'::regclass)
      """;

  private static final String TABLES =
      """
      select relid::regclass::text from pg_partition_tree('ledger') where isleaf
      union all values ('identity'), ('case_state')
      """;

  private final Connection connection;
  private final String from;
  private final String to;
  private final int times;

  private Magnification(Connection connection, String from, String to, int times) {
    this.connection = connection;
    this.from = from;
    this.to = to;
    this.times = times;
  }

  private record Index(String drop, String create) {}

  /** Makes the project {@code to} of so many times the events of {@code from}. */
  public static void of(Connection connection, String from, String to, int times)
      throws SQLException {
    Magnification magnification = new Magnification(connection, from, to, times);
    List<Index> indexes = magnification.indexes();
    magnification.prepare();
    for (Index index : indexes) {
      magnification.run(index.drop());
    }
    magnification.fill();
    for (Index index : indexes) {
      magnification.run(index.create());
    }
    magnification.settle();
  }

  private List<Index> indexes() throws SQLException {
    List<Index> indexes = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(INDEXES)) {
      while (rows.next()) {
        indexes.add(new Index(rows.getString(1), rows.getString(2)));
      }
    }
    return indexes;
  }

  /** Nothing else shall work on those tables, neither now nor while questions are timed. */
  private void prepare() throws SQLException {
    run("set synchronous_commit = off");
    run("set maintenance_work_mem = '256MB'");
    for (String table : tables()) {
      run("alter table %s set (autovacuum_enabled = false)".formatted(table));
    }
  }

  private List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private void fill() throws SQLException {
    for (String bucket : BUCKETS) {
      run(
          """
          insert into %1$s (project, start_at, measure, detail, category, channel, tier, mode,
            stripe, n, sum, restated_at)
          select '%3$s', start_at, measure, detail, category, channel, tier, mode, stripe,
            n * %4$d, sum * %4$d, restated_at
          from %1$s where project = '%2$s'
          """
              .formatted(bucket, from, to, times));
    }
    run(
        """
        insert into identity (project, identity, digest, day, voided)
        select '%2$s', decode(md5(encode(identity, 'hex') || g), 'hex'), digest, day, voided
        from identity, generate_series(1, %3$d) as g where project = '%1$s'
        """
            .formatted(from, to, times));
    run(
        """
        insert into ledger (project, identity, day, source, id, type, occurred_at, received_at,
          recorded_at, case_id, account, own_category, own_channel, own_tier, own_mode, tally,
          classifiable, lacks_sentiment, voided, classified_category, classified_sentiment,
          classified_origin, classified_sequence, classified_tier, category, channel, tier, mode)
        select '%2$s', decode(md5(encode(identity, 'hex') || g), 'hex'), day, source,
          id || '-' || g, type, occurred_at, received_at, recorded_at, case_id || '-' || g,
          account, own_category, own_channel, own_tier, own_mode, tally, classifiable,
          lacks_sentiment, voided, classified_category, classified_sentiment, classified_origin,
          classified_sequence, classified_tier, category, channel, tier, mode
        from (select * from ledger where project = '%1$s' offset 0) as l,
          generate_series(1, %3$d) as g
        """
            .formatted(from, to, times));
    run(
        """
        insert into case_state (project, case_id, first_day, last_day, counted_at, category,
          channel, tier, mode, tally, backlog, response_due, resolution_due)
        select '%2$s', case_id || '-' || g, first_day, last_day, counted_at, category, channel,
          tier, mode, tally, backlog, response_due, resolution_due
        from case_state, generate_series(1, %3$d) as g where project = '%1$s'
        """
            .formatted(from, to, times));
  }

  /** What the database would do of what was written here, it does now, not while it is asked. */
  private void settle() throws SQLException {
    for (String bucket : BUCKETS) {
      run("vacuum " + bucket);
    }
    run("analyze");
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
