package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.config.MetricsConfig;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The days that the ledger has a partition for. */
@ApplicationScoped
public class LedgerPartitions {

  /** Intake lets an event through that is a little ahead, and midnight must not surprise us. */
  private static final int DAYS_AHEAD = 3;

  /** An event may wait in its topic after intake let it through. */
  private static final int DAYS_BEYOND = 2;

  private static final int DAYS_PER_TRANSACTION = 50;

  private final Transactions transactions;
  private final int days;

  LedgerPartitions(AgroalDataSource dataSource, MetricsConfig config) {
    this.transactions = new Transactions(dataSource);
    this.days = config.ledgerDays();
  }

  /** The first day of event time that the ledger takes. */
  public LocalDate first(LocalDate today) {
    return today.minusDays(days + (long) DAYS_BEYOND);
  }

  /** The last day of event time that the ledger takes. */
  public LocalDate last(LocalDate today) {
    return today.plusDays(DAYS_AHEAD);
  }

  /**
   * Creates the partitions that are missing around today. They are made apart and then attached,
   * which does not block writers.
   */
  public void ensure(LocalDate today) {
    Set<String> existing = transactions.run(LedgerPartitions::existing);
    List<LocalDate> missing =
        first(today)
            .datesUntil(last(today).plusDays(1))
            .filter(day -> !existing.contains(name(day)))
            .toList();
    for (int from = 0; from < missing.size(); from += DAYS_PER_TRANSACTION) {
      List<LocalDate> some =
          missing.subList(from, Math.min(missing.size(), from + DAYS_PER_TRANSACTION));
      transactions.run(connection -> create(connection, some));
    }
  }

  private static Set<String> existing(Connection connection) throws SQLException {
    Set<String> names = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select relid::regclass::text from pg_partition_tree('ledger') where isleaf")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  /** Instances that start together take turns; whoever comes second finds the table there. */
  private static int create(Connection connection, List<LocalDate> days) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(hashtext('ledger partitions'))");
      Set<String> existing = existing(connection);
      for (LocalDate day : days) {
        if (!existing.contains(name(day))) {
          statement.execute(
              """
              create table %1$s (like ledger including all);
              alter table ledger attach partition %1$s for values from ('%2$s') to ('%3$s')
              """
                  .formatted(name(day), day, day.plusDays(1)));
        }
      }
    }
    return days.size();
  }

  private static String name(LocalDate day) {
    return "ledger_" + day.toString().replace('-', '_');
  }
}
