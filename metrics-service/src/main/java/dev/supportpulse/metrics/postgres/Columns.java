package dev.supportpulse.metrics.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds a list of rows to a statement column by column, one SQL array each: {@code insert … select
 * … from unnest(?, ?, …)} writes any number of rows in one round trip, in the order given.
 *
 * <p>Arrays travel in binary, since writing them as text and reading it took more than the writing
 * of the rows. The driver does so for few types: a date goes as days and an instant as microseconds
 * since the epoch, and a sum as text, which statements make what they are.
 */
final class Columns<T> {

  private final Connection connection;
  private final PreparedStatement statement;
  private final Collection<T> rows;
  private int next;

  Columns(PreparedStatement statement, Collection<T> rows) throws SQLException {
    this(statement, rows, 1);
  }

  Columns(PreparedStatement statement, Collection<T> rows, int firstParameter) throws SQLException {
    this.connection = statement.getConnection();
    this.statement = statement;
    this.rows = rows;
    this.next = firstParameter;
  }

  /** {@code text[]}. */
  Columns<T> text(Function<T, @Nullable Object> column) throws SQLException {
    return bind("text", rows.stream().map(column).map(Columns::textOrNull).toArray(String[]::new));
  }

  /** {@code bytea[]}. */
  Columns<T> bytes(Function<T, byte @Nullable []> column) throws SQLException {
    return bind("bytea", rows.stream().map(column).toArray(byte[][]::new));
  }

  /** {@code bigint[]}. */
  Columns<T> whole(Function<T, @Nullable Long> column) throws SQLException {
    return bind("bigint", rows.stream().map(column).toArray(Long[]::new));
  }

  /** {@code integer[]}. */
  Columns<T> small(Function<T, Integer> column) throws SQLException {
    return bind("integer", rows.stream().map(column).toArray(Integer[]::new));
  }

  /** {@code bigint[]} of microseconds since the epoch. */
  Columns<T> instant(Function<T, @Nullable Instant> column) throws SQLException {
    return bind(
        "bigint", rows.stream().map(column).map(Columns::microsOrNull).toArray(Long[]::new));
  }

  /** {@code integer[]} of days since the epoch. */
  Columns<T> date(Function<T, @Nullable LocalDate> column) throws SQLException {
    return bind(
        "integer", rows.stream().map(column).map(Columns::daysOrNull).toArray(Integer[]::new));
  }

  /** {@code date[]} of the distinct days, to tell which partitions are in question. */
  Columns<T> days(Function<T, @Nullable LocalDate> column) throws SQLException {
    return bind(
        "date",
        rows.stream().map(column).map(Columns::textOrNull).distinct().toArray(String[]::new));
  }

  /** Two {@code date}s: the earliest of one column and the latest of another. */
  Columns<T> span(Function<T, @Nullable LocalDate> from, Function<T, @Nullable LocalDate> to)
      throws SQLException {
    statement.setObject(
        next++,
        rows.stream()
            .map(from)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null));
    statement.setObject(
        next++,
        rows.stream().map(to).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null));
    return this;
  }

  /** {@code boolean[]}. */
  Columns<T> bool(Function<T, Boolean> column) throws SQLException {
    return bind("boolean", rows.stream().map(column).toArray(Boolean[]::new));
  }

  private Columns<T> bind(String type, Object[] values) throws SQLException {
    statement.setArray(next++, connection.createArrayOf(type, values));
    return this;
  }

  private static @Nullable String textOrNull(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable Long microsOrNull(@Nullable Instant instant) {
    return instant == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static @Nullable Integer daysOrNull(@Nullable LocalDate date) {
    return date == null ? null : Math.toIntExact(date.toEpochDay());
  }
}
