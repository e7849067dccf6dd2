package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.query.DrillDown;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events and cases behind a figure, from the view that says what each of them counts. */
@ApplicationScoped
public class ContributionReader implements DrillDown {

  private static final String EVENT = "EVENT";

  private final Transactions transactions;
  private final Duration timeout;

  ContributionReader(AgroalDataSource dataSource, QueryConfig config) {
    this.transactions = new Transactions(dataSource);
    this.timeout = config.statementTimeout();
  }

  @Override
  public Page read(Request request) {
    return transactions.readOnly(
        connection -> {
          Totals totals = totals(connection, request);
          List<Item> items = items(connection, request);
          boolean more = items.size() > request.limit();
          return new Page(
              totals.count(),
              totals.n(),
              items.subList(0, Math.min(items.size(), request.limit())),
              more);
        });
  }

  private record Totals(long count, long n) {}

  private Totals totals(Connection connection, Request request) throws SQLException {
    try (PreparedStatement statement =
            ContributionQuery.totals(request).prepare(connection, timeout);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new Totals(row.getLong(1), row.getLong(2));
    }
  }

  private List<Item> items(Connection connection, Request request) throws SQLException {
    List<Item> items = new ArrayList<>();
    try (PreparedStatement statement =
            ContributionQuery.items(request).prepare(connection, timeout);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        items.add(item(rows));
      }
    }
    return items;
  }

  private static Item item(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    Instant at = Rows.instant(row, "at");
    return new Item(
        new Place(at, kind, row.getString("key")),
        kind.equals(EVENT)
            ? new Event(
                row.getString("source"),
                row.getString("id"),
                row.getString("type"),
                Rows.instant(row, "received_at"),
                row.getString("account"),
                row.getString("classified_category"),
                row.getString("classified_origin"))
            : null,
        row.getString("case_id"),
        Rows.dimensions(row, ""),
        TallyJson.read(row.getString("counts")));
  }
}
