package dev.supportpulse.metrics.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds a list of rows to a statement column by column, one SQL array each: {@code insert … select
 * * from unnest(?, ?, …)} writes any number of rows in one round trip, in the order given.
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

  Columns<T> text(Function<T, @Nullable Object> column) throws SQLException {
    return bind("text", column.andThen(value -> value == null ? null : value.toString()));
  }

  Columns<T> bytes(Function<T, byte @Nullable []> column) throws SQLException {
    byte[][] values = rows.stream().map(column).toArray(byte[][]::new);
    statement.setArray(next++, connection.createArrayOf("bytea", values));
    return this;
  }

  Columns<T> number(Function<T, @Nullable Number> column) throws SQLException {
    return bind("numeric", column);
  }

  Columns<T> instant(Function<T, @Nullable Instant> column) throws SQLException {
    return bind("timestamptz", column.andThen(value -> value == null ? null : value.toString()));
  }

  Columns<T> date(Function<T, @Nullable LocalDate> column) throws SQLException {
    return bind("date", column.andThen(value -> value == null ? null : value.toString()));
  }

  Columns<T> bool(Function<T, @Nullable Boolean> column) throws SQLException {
    return bind("boolean", column);
  }

  private Columns<T> bind(String type, Function<T, ?> column) throws SQLException {
    Object[] values = rows.stream().map(column).toArray();
    statement.setArray(next++, connection.createArrayOf(type, values));
    return this;
  }
}
