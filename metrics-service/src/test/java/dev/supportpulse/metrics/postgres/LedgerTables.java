package dev.supportpulse.metrics.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Channel;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.metrics.ledger.Accounted;
import dev.supportpulse.metrics.ledger.Cell;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the tables as plainly as possible, to hold them against what they should hold. */
@ApplicationScoped
public class LedgerTables {

  private final DataSource dataSource;

  LedgerTables(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The buckets of a project on one granule, stripes summed. */
  public Map<Cell, Tally> buckets(String project, Granule granule) throws SQLException {
    Map<Cell, Tally> buckets = new TreeMap<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select * from %s where project = ?".formatted(BucketWriter.table(granule)))) {
      select.setString(1, project);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          buckets.merge(
              new Cell(
                  project,
                  rows.getObject("start_at", OffsetDateTime.class).toInstant(),
                  dimensions(rows)),
              Tally.of(
                  Measure.valueOf(rows.getString("measure")).of(rows.getString("detail")),
                  new Amount(rows.getLong("n"), rows.getBigDecimal("sum"))),
              Tally::plus);
        }
      }
    }
    buckets.values().removeIf(Tally::isNone);
    return buckets;
  }

  /** Asserts that the buckets of every granule hold that, and nothing else. */
  public void assertHold(String project, Map<Cell, Tally> minutes) throws SQLException {
    for (Granule granule : Granule.values()) {
      Map<Cell, Tally> expected = new TreeMap<>();
      minutes.forEach((cell, tally) -> expected.merge(cell.floor(granule), tally, Tally::plus));
      expected.values().removeIf(Tally::isNone);
      assertThat(buckets(project, granule)).as("%s %s", project, granule).isEqualTo(expected);
    }
  }

  /** Runs a statement; returns how many rows it changed. */
  public int execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return statement.executeUpdate();
    }
  }

  /** What became of all that was received for a project. */
  public Accounted accounted(String project) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select coalesce(sum(accepted), 0), coalesce(sum(duplicate), 0),
                  coalesce(sum(rejected), 0), coalesce(sum(quarantined), 0)
                from accounting where project = ?
                """)) {
      select.setString(1, project);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Accounted(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
      }
    }
  }

  /** One number. */
  public long number(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Dimensions dimensions(ResultSet row) throws SQLException {
    return new Dimensions(
        valueOf(NeedCategory.class, row.getString("category")),
        valueOf(Channel.class, row.getString("channel")),
        row.getString("tier"),
        valueOf(SupportMode.class, row.getString("mode")));
  }

  private static <E extends Enum<E>> @Nullable E valueOf(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }
}
