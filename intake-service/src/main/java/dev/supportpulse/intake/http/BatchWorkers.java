package dev.supportpulse.intake.http;

import dev.supportpulse.intake.config.IntakeConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads that batches are read on: as many as processors, since whatever else a batch needs,
 * such as sending it, keeps no processor for long.
 *
 * <p>While single events come, somebody waits for each. Then half of these threads work, and rest
 * for a part of their time: where processors are all busy, an event waits for one at every step of
 * its way to the log and back, in the broker, too.
 */
@ApplicationScoped
class BatchWorkers implements Executor {

  /** How long after a single event others are expected. */
  private static final Duration AFTERMATH = Duration.ofSeconds(1);

  private final AtomicInteger number = new AtomicInteger();
  private final ExecutorService threads;
  private final Semaphore besideSingles;
  private final double restPerWork;
  private volatile long lastSingle = System.nanoTime() - AFTERMATH.toNanos();

  /**
   * Threads as configured.
   *
   * @throws IllegalArgumentException if the share isn't above 0 and at most 1
   */
  BatchWorkers(IntakeConfig config) {
    double share = config.batchShare();
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "supportpulse.intake.batch-share is %s: it must be above 0 and at most 1"
              .formatted(share));
    }
    restPerWork = 1 / share - 1;
    int count = config.batchWorkers().orElse(Runtime.getRuntime().availableProcessors());
    besideSingles = new Semaphore(Math.max(1, count / 2));
    threads =
        Executors.newFixedThreadPool(
            count, task -> new Thread(task, "batch-worker-" + number.incrementAndGet()));
  }

  /** What waits is bounded by the gate, which lets in only so many bytes at once. */
  @Override
  public void execute(Runnable task) {
    threads.execute(() -> workAndRest(task));
  }

  /** Says that somebody waits for a single event. */
  void yieldToSingles() {
    lastSingle = System.nanoTime();
  }

  private void workAndRest(Runnable task) {
    if (System.nanoTime() - lastSingle > AFTERMATH.toNanos()) {
      task.run();
      return;
    }
    besideSingles.acquireUninterruptibly();
    try {
      long start = System.nanoTime();
      task.run();
      LockSupport.parkNanos((long) ((System.nanoTime() - start) * restPerWork));
    } finally {
      besideSingles.release();
    }
  }

  @PreDestroy
  void close() {
    threads.shutdown();
  }
}
