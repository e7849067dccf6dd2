package dev.supportpulse.metrics.kafka;

import dev.supportpulse.metrics.postgres.DatabaseException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Tries database work again, in place, for as long as the failure may pass. Going on to the next
 * batch instead would skip data.
 */
final class DatabaseRetry {

  private static final Logger LOG = Logger.getLogger(DatabaseRetry.class);

  private static final int LONGEST_PAUSE = 30;

  private final Duration pause;
  private final ConsumerStatus status;
  private final CountDownLatch stopping;

  DatabaseRetry(Duration pause, ConsumerStatus status, CountDownLatch stopping) {
    this.pause = pause;
    this.status = status;
    this.stopping = stopping;
  }

  /**
   * Runs the work until it succeeds.
   *
   * @throws DatabaseException if the failure won't pass, or the service stops meanwhile
   */
  <T> T run(Supplier<T> work) {
    for (int attempt = 0; ; attempt++) {
      try {
        T result = work.get();
        if (attempt > 0) {
          status.now(ConsumerStatus.State.ASSIGNED);
        }
        return result;
      } catch (DatabaseException e) {
        Duration wait = pause.multipliedBy(Math.min(1L << Math.min(attempt, 10), LONGEST_PAUSE));
        if (!e.isPassing() || stopsWithin(wait)) {
          throw e;
        }
        status.now(ConsumerStatus.State.RETRYING);
        LOG.warnf("the database failed, attempt %d: %s", attempt + 1, e.getMessage());
      }
    }
  }

  private boolean stopsWithin(Duration wait) {
    try {
      return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
