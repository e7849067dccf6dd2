package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.ledger.Cell;
import dev.supportpulse.metrics.ledger.LedgerChanges;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.MeasureKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds deltas to the buckets of all three granules. The number of rows follows the number of
 * distinct buckets, not of events, and every writer takes them in the same order.
 */
final class BucketWriter {

  private static final String ADD =
      """
      insert into %s as b (project, start_at, measure, detail, category, channel, tier, mode,
        n, sum, restated_at, stripe)
      select project, timestamptz 'epoch' + start_at * interval '1 microsecond', measure, detail,
        category, channel, tier, mode, n, sum::numeric,
        timestamptz 'epoch' + restated_at * interval '1 microsecond', ?
      from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[])
        as d (project, start_at, measure, detail, category, channel, tier, mode, n, sum,
          restated_at)
      on conflict (project, start_at, measure, detail, category, channel, tier, mode, stripe)
      do update set n = b.n + excluded.n, sum = b.sum + excluded.sum,
        restated_at = greatest(b.restated_at, excluded.restated_at)
      """;

  private final Connection connection;

  BucketWriter(Connection connection) {
    this.connection = connection;
  }

  void add(LedgerChanges changes, int stripe) throws SQLException {
    for (Granule granule : Granule.values()) {
      List<Row> rows = rows(changes, granule);
      if (!rows.isEmpty()) {
        add(table(granule), rows, stripe);
      }
    }
  }

  /** The table that holds the buckets of a granule. */
  static String table(Granule granule) {
    return switch (granule) {
      case MINUTE -> "bucket_minute";
      case QUARTER_HOUR -> "bucket_quarter_hour";
      case DAY -> "bucket_day";
    };
  }

  private static List<Row> rows(LedgerChanges changes, Granule granule) {
    Map<Cell, Map<MeasureKey, Row>> cells = new TreeMap<>();
    changes
        .deltas()
        .forEach(
            (minute, tally) -> {
              Cell cell = minute.floor(granule);
              Instant restatedAt = changes.restatedAt(minute);
              Map<MeasureKey, Row> rows = cells.computeIfAbsent(cell, key -> new TreeMap<>());
              tally
                  .amounts()
                  .forEach(
                      (key, amount) ->
                          rows.merge(key, new Row(cell, key, amount, restatedAt), Row::plus));
            });
    List<Row> rows = new ArrayList<>();
    cells.values().forEach(byMeasure -> rows.addAll(byMeasure.values()));
    rows.removeIf(row -> row.amount().equals(Amount.NONE));
    return rows;
  }

  private void add(String table, List<Row> rows, int stripe) throws SQLException {
    try (PreparedStatement add = connection.prepareStatement(ADD.formatted(table))) {
      add.setInt(1, stripe);
      new Columns<>(add, rows, 2)
          .text(row -> row.cell().project())
          .instant(row -> row.cell().start())
          .text(row -> row.key().measure())
          .text(row -> row.key().detail())
          .text(row -> row.cell().dimensions().category())
          .text(row -> row.cell().dimensions().channel())
          .text(row -> row.cell().dimensions().tier())
          .text(row -> row.cell().dimensions().mode())
          .whole(row -> row.amount().n())
          .text(row -> row.amount().sum())
          .instant(Row::restatedAt);
      add.executeUpdate();
    }
  }

  private record Row(Cell cell, MeasureKey key, Amount amount, @Nullable Instant restatedAt) {

    /** Both are of one batch, so either instant will do. */
    Row plus(Row other) {
      return new Row(
          cell, key, amount.plus(other.amount), restatedAt != null ? restatedAt : other.restatedAt);
    }
  }
}
