package dev.supportpulse.metrics.postgres;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The audit, as far as the topic has not been told of it. Of several instances each takes entries
 * of its own.
 */
@ApplicationScoped
public class AuditOutbox {

  private static final String UNTOLD =
      """
      select id, at, actor, project, action from audit where not told
      order by id limit 100 for update skip locked
      """;

  private static final String TOLD =
      "update audit set told = true where not told and id = any (?::bigint[])";

  private final Transactions transactions;

  AuditOutbox(AgroalDataSource dataSource) {
    this.transactions = new Transactions(dataSource);
  }

  /**
   * A change that was made.
   *
   * @param id unique in this database
   * @param action as the table has it, such as {@code rate-card}
   */
  public record Entry(long id, Instant at, String actor, String project, String action) {}

  /**
   * Hands over some entries, and notes that they were told. If the teller or the commit fails, they
   * are handed over again: whoever listens knows them by their id.
   *
   * @return how many there were
   * @throws DatabaseException if the database failed
   */
  public int tell(Consumer<List<Entry>> teller) {
    return transactions.run(
        connection -> {
          List<Entry> entries = untold(connection);
          if (!entries.isEmpty()) {
            teller.accept(entries);
            note(connection, entries);
          }
          return entries.size();
        });
  }

  private static List<Entry> untold(Connection connection) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(UNTOLD);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        entries.add(
            new Entry(
                rows.getLong("id"),
                Rows.instant(rows, "at"),
                rows.getString("actor"),
                rows.getString("project"),
                rows.getString("action")));
      }
    }
    return entries;
  }

  private static void note(Connection connection, List<Entry> entries) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(TOLD)) {
      new Columns<>(update, entries).whole(Entry::id);
      update.executeUpdate();
    }
  }
}
