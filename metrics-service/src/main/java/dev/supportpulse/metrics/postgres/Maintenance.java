package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.config.MaintenanceConfig;
import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.query.Catalogue;
import dev.supportpulse.metrics.tally.Granule;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Drops what is kept no longer and merges the stripes of what is over, now and then, beside the
 * counting. Of several instances one works at a time; whatever a killed one left is done by the
 * next.
 */
@ApplicationScoped
public class Maintenance {

  private static final Logger LOG = Logger.getLogger(Maintenance.class);
  private static final Duration FIRST_AFTER = Duration.ofSeconds(30);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

  private static final String FORGET =
      """
      delete from %1$s where ctid = any (array(
        select ctid from %1$s where %2$s < ?::timestamptz limit ? for update skip locked))
      """;

  private final UpkeepLock lock;
  private final Erasure erasure;
  private final LedgerPartitions partitions;
  private final Catalogue catalogue;
  private final MaintenanceConfig config;
  private final QueryConfig query;
  private final MeterRegistry meters;
  private final Counter failures;
  private final Clock clock;
  private final Transactions transactions;
  private final BucketUpkeep buckets;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::work, "maintenance");

  Maintenance(
      AgroalDataSource dataSource,
      UpkeepLock lock,
      Erasure erasure,
      LedgerPartitions partitions,
      Catalogue catalogue,
      MaintenanceConfig config,
      QueryConfig query,
      MeterRegistry meters,
      Clock clock) {
    this.lock = lock;
    this.erasure = erasure;
    this.partitions = partitions;
    this.catalogue = catalogue;
    this.config = config;
    this.query = query;
    this.meters = meters;
    // From the start: of a counter that appears with its first failure nobody sees that one.
    this.failures = meters.counter("supportpulse.metrics.maintenance.failures");
    this.clock = clock;
    this.transactions = new Transactions(dataSource);
    this.buckets = new BucketUpkeep(transactions, config.chunkRows());
  }

  /**
   * What a round did.
   *
   * @param ledgerDays days dropped from the ledger
   * @param forgotten refusals that nobody sent again for long
   * @param abandoned classifications whose event never came
   * @param expired buckets deleted because their tier of time isn't kept so long
   * @param merged rows of other stripes that were merged
   */
  public record Done(int ledgerDays, long forgotten, long abandoned, long expired, long merged) {

    boolean isNothing() {
      return equals(new Done(0, 0, 0, 0, 0));
    }
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled()) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    thread.join(LONGEST_STOP.toMillis());
  }

  private void work() {
    try {
      Duration pause = FIRST_AFTER;
      while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = config.every();
        round();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() {
    try {
      run(clock.instant())
          .filter(done -> !done.isNothing())
          .ifPresent(
              done ->
                  LOG.infof(
                      "maintenance: %d ledger days dropped, %d refusals forgotten, %d classifications without an event given up, %d old buckets deleted, %d rows merged",
                      done.ledgerDays(),
                      done.forgotten(),
                      done.abandoned(),
                      done.expired(),
                      done.merged()));
    } catch (DatabaseException e) {
      failures.increment();
      LOG.warnf("maintenance goes on in %s: %s", config.every(), e.getMessage());
    }
  }

  /**
   * Does all there is to do at that instant, unless another instance is at it.
   *
   * @return what was done; empty if another instance works
   * @throws DatabaseException if the database failed; what was done by then stays
   */
  public Optional<Done> run(Instant now) {
    return lock.tryHold(() -> everything(now));
  }

  private Done everything(Instant now) {
    erasure.resume();
    List<LocalDate> dropped =
        partitions.expire(LocalDate.ofInstant(now, ZoneOffset.UTC), this::isStopping);
    long forgotten = forget("refusal", "recorded_at", now.minus(config.refusalsKept()));
    long abandoned = forget("parked_classification", "parked_at", now.minus(config.parkedKept()));
    long expired = 0;
    long merged = 0;
    for (String project : catalogue.projects()) {
      if (isStopping()) {
        break;
      }
      expired += buckets.expire(project, Granule.MINUTE, now.minus(query.minutesKept()));
      expired += buckets.expire(project, Granule.QUARTER_HOUR, now.minus(query.quarterHoursKept()));
      for (Granule granule : Granule.values()) {
        Instant over = granule.floor(now.minus(config.mergeAfter()));
        merged += buckets.merge(project, granule, over);
      }
    }
    count("forgotten", forgotten);
    count("abandoned", abandoned);
    count("expired", expired);
    count("merged", merged);
    return new Done(dropped.size(), forgotten, abandoned, expired, merged);
  }

  private void count(String step, long rows) {
    meters.counter("supportpulse.metrics.maintenance.rows", "step", step).increment((double) rows);
  }

  /** Deletes rows of before, some at a time, and leaves out those that a batch is at. */
  private long forget(String table, String since, Instant before) {
    String sql = FORGET.formatted(table, since);
    long all = 0;
    int rows;
    do {
      rows = transactions.run(connection -> forget(connection, sql, before));
      all += rows;
    } while (rows == config.chunkRows() && !isStopping());
    return all;
  }

  private int forget(Connection connection, String sql, Instant before) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setString(1, before.toString());
      delete.setInt(2, config.chunkRows());
      return delete.executeUpdate();
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }
}
