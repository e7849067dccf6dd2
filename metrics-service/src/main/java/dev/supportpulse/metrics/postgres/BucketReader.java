package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.ledger.SourcePartition;
import dev.supportpulse.metrics.query.GroupKey;
import dev.supportpulse.metrics.query.Position;
import dev.supportpulse.metrics.query.TallyReader;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.MeasureKey;
import dev.supportpulse.metrics.tally.Tally;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tallies from the buckets: one statement whatever is asked, in one read-only snapshot with the
 * offsets, so that figures and watermark agree.
 */
@ApplicationScoped
public class BucketReader implements TallyReader {

  private static final Reading CUT = new Reading(List.of(), Map.of(), Map.of(), Map.of(), false);

  private final Transactions transactions;
  private final Duration timeout;

  BucketReader(AgroalDataSource dataSource, QueryConfig config) {
    this.transactions = new Transactions(dataSource);
    this.timeout = config.statementTimeout();
  }

  /**
   * Reads.
   *
   * @throws DatabaseException if the database failed or took too long
   */
  @Override
  public Reading read(Request request) {
    return transactions.readOnly(connection -> read(connection, request));
  }

  private Reading read(Connection connection, Request request) throws SQLException {
    Map<CellKey, NavigableMap<MeasureKey, Amount>> cells = new TreeMap<>();
    Map<Integer, Instant> restated = new HashMap<>();
    Map<Integer, Tally> pending = new HashMap<>();
    try (PreparedStatement statement = BucketQuery.of(request).prepare(connection, timeout);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        if (rows.getLong("read") > request.maxBuckets()) {
          return CUT;
        }
        MeasureKey measure =
            Measure.valueOf(rows.getString("measure")).of(rows.getString("detail"));
        Amount amount = new Amount(rows.getLong("n"), rows.getBigDecimal("sum"));
        int interval = rows.getInt("interval");
        if (Measure.UNSETTLED.contains(measure.measure())) {
          pending.merge(interval, Tally.of(measure, amount), Tally::plus);
        } else {
          cells
              .computeIfAbsent(
                  new CellKey(interval, key(rows, request.groupBy())), key -> new TreeMap<>())
              .merge(measure, amount, Amount::plus);
          Instant restatedAt = instant(rows, "restated_at");
          if (restatedAt != null) {
            restated.merge(interval, restatedAt, BinaryOperator.maxBy(Instant::compareTo));
          }
        }
      }
    }
    pending.values().removeIf(Tally::isNone);
    return new Reading(counted(cells), restated, pending, positions(connection), true);
  }

  /** Without those in which nothing is left: rows that came to zero stay in the tables. */
  private static List<Cell> counted(Map<CellKey, NavigableMap<MeasureKey, Amount>> cells) {
    return cells.entrySet().stream()
        .map(
            cell ->
                new Cell(
                    cell.getKey().interval(), cell.getKey().group(), new Tally(cell.getValue())))
        .filter(cell -> !cell.tally().isNone())
        .toList();
  }

  private static Map<SourcePartition, Position> positions(Connection connection)
      throws SQLException {
    Map<SourcePartition, Position> positions = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select topic, partition, next, appended_at from offsets")) {
      while (rows.next()) {
        positions.put(
            new SourcePartition(rows.getString("topic"), rows.getInt("partition")),
            new Position(rows.getLong("next"), instant(rows, "appended_at")));
      }
    }
    return positions;
  }

  private static GroupKey key(ResultSet row, List<Dimension> groupBy) throws SQLException {
    Map<Dimension, @Nullable String> values = new EnumMap<>(Dimension.class);
    for (Dimension dimension : groupBy) {
      values.put(dimension, row.getString(BucketQuery.column(dimension)));
    }
    return new GroupKey(values);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private record CellKey(int interval, GroupKey group) implements Comparable<CellKey> {
    @Override
    public int compareTo(CellKey other) {
      int order = Integer.compare(interval, other.interval);
      return order != 0 ? order : group.compareTo(other.group);
    }
  }
}
