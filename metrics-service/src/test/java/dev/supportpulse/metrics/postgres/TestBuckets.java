package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.Tally;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Puts counts into the buckets of every granule, row by row. */
@ApplicationScoped
public class TestBuckets {

  private static final String ADD =
      """
      insert into %s as b
      values (?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
      on conflict (project, start_at, measure, detail, category, channel, tier, mode, stripe)
      do update set n = b.n + excluded.n, sum = b.sum + excluded.sum
      """;

  private final DataSource dataSource;

  TestBuckets(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Counts that at that time. */
  public void add(String project, Instant at, Dimensions dimensions, Tally tally)
      throws SQLException {
    add(project, at, dimensions, tally, 0, null);
  }

  /** Counts that at that time, in a stripe. */
  public void add(
      String project,
      Instant at,
      Dimensions dimensions,
      Tally tally,
      int stripe,
      @Nullable Instant restatedAt)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      for (Granule granule : Granule.values()) {
        try (PreparedStatement add =
            connection.prepareStatement(ADD.formatted(BucketWriter.table(granule)))) {
          for (var entry : tally.amounts().entrySet()) {
            Amount amount = entry.getValue();
            add.setString(1, project);
            add.setString(2, granule.floor(at).toString());
            add.setString(3, entry.getKey().measure().name());
            add.setString(4, entry.getKey().detail());
            add.setString(5, name(dimensions.category()));
            add.setString(6, name(dimensions.channel()));
            add.setString(7, dimensions.tier());
            add.setString(8, name(dimensions.mode()));
            add.setInt(9, stripe);
            add.setLong(10, amount.n());
            add.setBigDecimal(11, amount.sum());
            add.setString(12, restatedAt == null ? null : restatedAt.toString());
            add.addBatch();
          }
          add.executeBatch();
        }
      }
      ChangeTable.advance(connection, new TreeSet<>(Set.of(project)), stripe);
    }
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : Objects.requireNonNull(value.name());
  }
}
