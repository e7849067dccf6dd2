package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.config.MetricsConfig;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The days that the ledger has a partition for. */
@ApplicationScoped
public class LedgerPartitions {

  /** Intake lets an event through that is a little ahead, and midnight must not surprise us. */
  private static final int DAYS_AHEAD = 3;

  /** An event may wait in its topic after intake let it through. */
  private static final int DAYS_BEYOND = 2;

  private static final int DAYS_PER_TRANSACTION = 50;

  private final DataSource dataSource;
  private final Transactions transactions;
  private final int days;

  LedgerPartitions(AgroalDataSource dataSource, MetricsConfig config) {
    this.dataSource = dataSource;
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

  /**
   * Drops the days that the ledger took no longer yesterday, with the identities of their events:
   * such an event could not be accepted again, so nothing needs to know it. A day is detached
   * first, without blocking whoever reads or writes the others, and goes on where it was
   * interrupted.
   *
   * @param stop asked before each day
   * @return the days that were dropped
   */
  public List<LocalDate> expire(LocalDate today, BooleanSupplier stop) {
    LocalDate kept = first(today).minusDays(1);
    List<LocalDate> dropped = new ArrayList<>();
    for (LocalDate day : transactions.run(LedgerPartitions::days)) {
      if (day.isBefore(kept) && !stop.getAsBoolean()) {
        transactions.run(connection -> forget(connection, day));
        detach(day);
        transactions.run(connection -> drop(connection, day));
        dropped.add(day);
      }
    }
    return dropped;
  }

  /**
   * Since when the ledger holds every event that was counted: the first day that was never dropped.
   */
  LocalDate start(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select greatest((select day from ledger_start),
                  (select coalesce(min(replace(substr(relname, 8), '_', '-')::date), current_date)
                    from pg_inherits join pg_class on pg_class.oid = inhrelid
                    where inhparent = 'ledger'::regclass))
                """)) {
      row.next();
      return row.getObject(1, LocalDate.class);
    }
  }

  /** Every day that there is a table for, attached or not. */
  private static List<LocalDate> days(Connection connection) throws SQLException {
    List<LocalDate> days = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select replace(substr(relname, 8), '_', '-') from pg_class
                where relnamespace = current_schema()::regnamespace and relkind = 'r'
                  and relname ~ '^ledger_[0-9]{4}_[0-9]{2}_[0-9]{2}$'
                order by 1
                """)) {
      while (rows.next()) {
        days.add(LocalDate.parse(rows.getString(1)));
      }
    }
    return days;
  }

  private static int forget(Connection connection, LocalDate day) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update ledger_start set day = greatest(day, date '%s')".formatted(day.plusDays(1)));
      return statement.executeUpdate(
          """
          delete from identity i using %s l
          where i.project = l.project and i.identity = l.identity and i.day = l.day
          """
              .formatted(name(day)));
    }
  }

  /** In its own transaction, as the concurrent way demands; finishes what was interrupted. */
  private void detach(LocalDate day) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      String state =
          """
          select case when inhdetachpending then 'finalize' else 'concurrently' end
          from pg_inherits where inhrelid = '%s'::regclass
          """
              .formatted(name(day));
      @Nullable String how = null;
      try (ResultSet row = statement.executeQuery(state)) {
        if (row.next()) {
          how = row.getString(1);
        }
      }
      if (how != null) {
        statement.execute("alter table ledger detach partition %s %s".formatted(name(day), how));
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static boolean drop(Connection connection, LocalDate day) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute("drop table if exists " + name(day));
    }
  }

  private static String name(LocalDate day) {
    return "ledger_" + day.toString().replace('-', '_');
  }
}
