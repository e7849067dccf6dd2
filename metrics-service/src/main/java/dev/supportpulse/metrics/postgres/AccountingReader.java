package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.window.Window;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of everything that was received: nothing is unaccounted. */
@ApplicationScoped
public class AccountingReader {

  private static final String READ =
      """
      select project, hour, sum(accepted) as accepted, sum(duplicate) as duplicate,
        sum(rejected) as rejected, sum(quarantined) as quarantined
      from accounting
      where hour >= ?::timestamptz and hour < ?::timestamptz and (?::text is null or project = ?)
      group by project, hour order by project, hour limit ?
      """;

  private final Transactions transactions;

  AccountingReader(AgroalDataSource dataSource) {
    this.transactions = new Transactions(dataSource);
  }

  /**
   * The rows whose hour begins in the window, by project and hour.
   *
   * @param project null for all
   * @throws DatabaseException if the database failed
   */
  public List<Row> read(@Nullable String project, Window window, int limit) {
    return transactions.run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, window.from().toString());
            statement.setString(2, window.to().toString());
            statement.setString(3, project);
            statement.setString(4, project);
            statement.setInt(5, limit);
            return rows(statement);
          }
        });
  }

  private static List<Row> rows(PreparedStatement statement) throws SQLException {
    List<Row> read = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        read.add(
            Row.of(
                rows.getString("project"),
                rows.getObject("hour", OffsetDateTime.class).toInstant(),
                rows.getLong("accepted"),
                rows.getLong("duplicate"),
                rows.getLong("rejected"),
                rows.getLong("quarantined")));
      }
    }
    return read;
  }

  /**
   * One project and hour of receipt: received = accepted + duplicate + rejected + quarantined.
   *
   * @param hour its start
   */
  public record Row(
      String project,
      Instant hour,
      long received,
      long accepted,
      long duplicate,
      long rejected,
      long quarantined) {

    static Row of(
        String project,
        Instant hour,
        long accepted,
        long duplicate,
        long rejected,
        long quarantined) {
      long received = accepted + duplicate + rejected + quarantined;
      return new Row(project, hour, received, accepted, duplicate, rejected, quarantined);
    }
  }
}
