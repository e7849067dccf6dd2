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
   * @param expired buckets deleted because their tier of time isn't kept so long
   * @param merged rows of other stripes that were merged
   */
  public record Done(int ledgerDays, long forgotten, long expired, long merged) {

    boolean isNothing() {
      return ledgerDays == 0 && forgotten == 0 && expired == 0 && merged == 0;
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
                      "maintenance: %d ledger days dropped, %d refusals forgotten, %d old buckets deleted, %d rows merged",
                      done.ledgerDays(), done.forgotten(), done.expired(), done.merged()));
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
    long forgotten = forgetRefusals(now.minus(config.refusalsKept()));
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
    meters
        .counter("supportpulse.metrics.maintenance.rows", "step", "expired")
        .increment((double) expired);
    meters
        .counter("supportpulse.metrics.maintenance.rows", "step", "merged")
        .increment((double) merged);
    return new Done(dropped.size(), forgotten, expired, merged);
  }

  private long forgetRefusals(Instant before) {
    long all = 0;
    int rows;
    do {
      rows =
          transactions.run(
              connection -> RefusalTable.forget(connection, before, config.chunkRows()));
      all += rows;
    } while (rows == config.chunkRows() && !isStopping());
    return all;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }
}
