package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.tally.Dimension;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions in plain SQL over the ledger, without buckets, tiers of time or case states.
 */
public final class SqlOracle {

  private final Connection connection;
  private final String figures;

  /** Derives what happened from the ledger as it is now. */
  public SqlOracle(Connection connection) throws SQLException {
    this.connection = connection;
    this.figures = text("/oracle/figures.sql");
    try (Statement statement = connection.createStatement()) {
      statement.execute("set jit = off");
      statement.execute(text("/oracle/facts.sql"));
      statement.execute("create index on oracle_event (project, at)");
      statement.execute("create index on since (project, case_id)");
      statement.execute("analyze");
    }
  }

  /** One group of one window, counted from 0. */
  public record Place(int point, GroupKey key) {}

  /**
   * Values by name, of every window and, after the last one, of the whole span; amounts are called
   * by their kind and currency.
   */
  public Map<Place, Map<String, BigDecimal>> answer(Question question) throws SQLException {
    List<Instant> froms = new ArrayList<>(question.boundaries());
    List<Instant> tos = new ArrayList<>(question.boundaries());
    froms.set(froms.size() - 1, question.span().from());
    tos.remove(0);
    tos.add(question.span().to());
    String sql =
        figures
            .replace("{froms}", array(froms))
            .replace("{tos}", array(tos))
            .replace("{project}", literal(question.project()))
            .replace("{currency}", literal(question.currency()) + "::text")
            .replace(
                "{keys}",
                question.groupBy().stream()
                    .map(d -> ", " + column(d))
                    .collect(Collectors.joining()))
            .replace(
                "{filters}",
                question.filters().stream()
                    .map(
                        filter ->
                            " and %s is not distinct from %s"
                                .formatted(column(filter.dimension()), literal(filter.value())))
                    .collect(Collectors.joining()));
    Map<Place, Map<String, BigDecimal>> values = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values
            .computeIfAbsent(place(rows, question.groupBy()), place -> new HashMap<>())
            .put(rows.getString("name"), rows.getBigDecimal("value"));
      }
    }
    return values;
  }

  private static Place place(ResultSet row, List<Dimension> groupBy) throws SQLException {
    Map<Dimension, @Nullable String> key = new EnumMap<>(Dimension.class);
    for (Dimension dimension : groupBy) {
      key.put(dimension, row.getString(column(dimension)));
    }
    return new Place(row.getInt("i") - 1, new GroupKey(key));
  }

  private static String column(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT);
  }

  private static String array(List<Instant> instants) {
    return instants.stream()
        .map(instant -> literal(instant.toString()))
        .collect(Collectors.joining(", ", "array[", "]"));
  }

  private static String literal(@Nullable String value) {
    return value == null ? "null" : "'" + value.replace("'", "''") + "'";
  }

  private static String text(String resource) {
    try (InputStream in =
        Objects.requireNonNull(SqlOracle.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
