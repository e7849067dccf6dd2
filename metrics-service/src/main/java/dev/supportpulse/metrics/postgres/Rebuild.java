package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.reference.Change;
import dev.supportpulse.metrics.tally.Granule;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Makes the buckets of a project say again what its ledger says, to the last digit, beside the
 * counting: nobody waits for it.
 *
 * <p>A batch changes ledger, cases and buckets in one transaction. So in whatever moment one looks
 * at all of them at once, what the ledger says less what the buckets hold is what is wrong with the
 * buckets, and nothing else. One statement, which sees one moment, adds that difference to a stripe
 * that no batch writes to. What is counted meanwhile is added as ever.
 *
 * <p>Days that the ledger has dropped stay as they are.
 */
@ApplicationScoped
public class Rebuild {

  private static final Logger LOG = Logger.getLogger(Rebuild.class);

  /** So many days at a time, so that no transaction is long. */
  private static final Duration STEP = Duration.ofDays(7);

  /** Contributions as {@link LedgerWriter} and {@link BucketWriter} count them, in SQL. */
  private static final String ADD_WHAT_IS_MISSING =
      """
      insert into %1$s as b (project, start_at, measure, detail, category, channel, tier, mode,
        stripe, n, sum, restated_at)
      select ?, start_at, measure, detail, category, channel, tier, mode,
        -1, sum(n), sum(sum), ?::timestamptz
      from (
        select date_bin(?::interval, at, '2001-01-01T00:00:00Z') as start_at,
          split_part(key, ' ', 1) as measure, substr(key, strpos(key || ' ', ' ') + 1) as detail,
          category, channel, tier, mode,
          (value ->> 0)::bigint as n, (value ->> 1)::numeric as sum
        from (
          select at, category, channel, tier, mode, tally from contribution
          where kind = 'EVENT' and project = ? and at >= ?::timestamptz and at < ?::timestamptz
            and day >= ? and day < ?
          union all
          select counted_at, category, channel, tier, mode, tally from case_state
          where project = ? and counted_at >= ?::timestamptz and counted_at < ?::timestamptz
          union all
          select at, category, channel, tier, mode, tally from backlog_contribution
          where project = ? and at >= ?::timestamptz and at < ?::timestamptz
        ) as contribution (at, category, channel, tier, mode, tally),
          jsonb_each(tally) as counted (key, value)
        union all
        select start_at, measure, detail, category, channel, tier, mode, -n, -sum from %1$s
        where project = ? and start_at >= ?::timestamptz and start_at < ?::timestamptz
      ) as difference
      group by start_at, measure, detail, category, channel, tier, mode
      having sum(n) <> 0 or sum(sum) <> 0
      on conflict (project, start_at, measure, detail, category, channel, tier, mode, stripe)
      do update set n = b.n + excluded.n, sum = b.sum + excluded.sum,
        restated_at = greatest(b.restated_at, excluded.restated_at)
      """;

  private final Transactions transactions;
  private final UpkeepLock lock;
  private final LedgerPartitions partitions;
  private final CaseRecount cases;
  private final QueryConfig config;
  private final Clock clock;

  Rebuild(
      AgroalDataSource dataSource,
      UpkeepLock lock,
      LedgerPartitions partitions,
      CaseRecount cases,
      QueryConfig config,
      Clock clock) {
    this.transactions = new Transactions(dataSource);
    this.lock = lock;
    this.partitions = partitions;
    this.cases = cases;
    this.config = config;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param from the first day that was rebuilt; earlier ones stay as they were
   * @param cases that had been counted otherwise
   * @param buckets by granule, that held something else
   */
  public record Done(LocalDate from, long cases, Map<Granule, Long> buckets) {}

  /**
   * Counts the cases of a project again, then corrects its buckets. It may be repeated at any time;
   * what a killed one left is done by the next.
   *
   * @return what was done; empty if maintenance or another rebuild is at work
   * @throws DatabaseException if the database failed; what was done by then stays
   */
  public Optional<Done> run(String project, Change change) {
    return lock.tryHold(
        () -> {
          transactions.run(connection -> AuditTable.append(connection, project, "rebuild", change));
          Done done = rebuild(project);
          LOG.infof("rebuilt %s: %s", project, done);
          return done;
        });
  }

  private Done rebuild(String project) {
    LocalDate from = transactions.run(partitions::start);
    Instant now = clock.instant();
    Instant end = startOf(partitions.last(LocalDate.ofInstant(now, ZoneOffset.UTC)).plusDays(1));
    long recounted = cases.again(project, transactions);
    Map<Granule, Long> corrected = new EnumMap<>(Granule.class);
    for (Granule granule : Granule.values()) {
      Instant at = firstKept(granule, startOf(from), now);
      long buckets = 0;
      while (at.isBefore(end)) {
        Span span = new Span(at, at.plus(STEP));
        buckets += transactions.run(connection -> correct(connection, project, granule, span, now));
        at = span.to();
      }
      corrected.put(granule, buckets);
    }
    return new Done(from, recounted, corrected);
  }

  /** Where the ledger begins, or later if the granule isn't kept for so long. */
  private Instant firstKept(Granule granule, Instant ledger, Instant now) {
    Instant tier =
        switch (granule) {
          case MINUTE -> granule.ceil(now.minus(config.minutesKept()));
          case QUARTER_HOUR -> granule.ceil(now.minus(config.quarterHoursKept()));
          case DAY -> ledger;
        };
    return tier.isBefore(ledger) ? ledger : tier;
  }

  private record Span(Instant from, Instant to) {}

  private static int correct(
      Connection connection, String project, Granule granule, Span span, Instant now)
      throws SQLException {
    String sql = ADD_WHAT_IS_MISSING.formatted(BucketWriter.table(granule));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      String from = span.from().toString();
      String to = span.to().toString();
      Object[] parameters = {
        project,
        now.toString(),
        granule.length().toSeconds() + " seconds",
        project,
        from,
        to,
        day(span.from()),
        day(span.to()).plusDays(1),
        project,
        from,
        to,
        project,
        from,
        to,
        project,
        from,
        to
      };
      for (int i = 0; i < parameters.length; i++) {
        insert.setObject(i + 1, parameters[i]);
      }
      int corrected = insert.executeUpdate();
      if (corrected > 0) {
        ChangeTable.advance(connection, new TreeSet<>(Set.of(project)), 0);
      }
      return corrected;
    }
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
