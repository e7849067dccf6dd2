package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.query.Catalogue;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.window.Window;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Projects and values of dimensions, from the smallest tables that know them. */
@ApplicationScoped
public class CatalogueReader implements Catalogue {

  private static final String PROJECTS = "select distinct project from change order by project";

  private static final String VALUES =
      """
      select distinct category, channel, tier, mode from (
        select category, channel, tier, mode from bucket_day
        where project = ? and start_at >= ?::timestamptz and start_at < ?::timestamptz
        group by category, channel, tier, mode, measure, detail
        having sum(n) <> 0 or sum(sum) <> 0) as counted
      """;

  private static final Comparator<@Nullable String> MISSING_LAST =
      Comparator.nullsLast(Comparator.<String>naturalOrder());

  private final Transactions transactions;
  private final Duration timeout;

  CatalogueReader(AgroalDataSource dataSource, QueryConfig config) {
    this.transactions = new Transactions(dataSource);
    this.timeout = config.statementTimeout();
  }

  @Override
  public List<String> projects() {
    return transactions.readOnly(
        connection -> {
          List<String> projects = new ArrayList<>();
          try (PreparedStatement statement = prepare(connection, PROJECTS);
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              projects.add(rows.getString(1));
            }
          }
          return projects;
        });
  }

  @Override
  public Map<Dimension, SortedSet<@Nullable String>> values(String project, Window window) {
    return transactions.readOnly(
        connection -> {
          try (PreparedStatement statement = prepare(connection, VALUES)) {
            statement.setString(1, project);
            statement.setString(2, Granule.DAY.floor(window.from()).toString());
            statement.setString(3, window.to().toString());
            return values(statement);
          }
        });
  }

  private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(Math.toIntExact(Math.max(1, timeout.toSeconds())));
    return statement;
  }

  private static Map<Dimension, SortedSet<@Nullable String>> values(PreparedStatement statement)
      throws SQLException {
    Map<Dimension, SortedSet<@Nullable String>> values = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      values.put(dimension, new TreeSet<>(MISSING_LAST));
    }
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        for (Map.Entry<Dimension, SortedSet<@Nullable String>> entry : values.entrySet()) {
          entry.getValue().add(rows.getString(BucketQuery.column(entry.getKey())));
        }
      }
    }
    return values;
  }
}
