package dev.supportpulse.intake.http;

import dev.supportpulse.intake.config.IntakeConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that batches are read on: fewer than processors, so that somebody's flood of batches
 * leaves room for everybody's single events, which are read on the event loops. More threads would
 * not read faster, only keep more batches half read in memory.
 */
@ApplicationScoped
class BatchWorkers implements Executor {

  private final AtomicInteger number = new AtomicInteger();
  private final ExecutorService threads;

  BatchWorkers(IntakeConfig config) {
    int count =
        config.batchWorkers().orElse(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    threads =
        Executors.newFixedThreadPool(
            count, task -> new Thread(task, "batch-worker-" + number.incrementAndGet()));
  }

  /** What waits is bounded by {@link Gate}, which lets in only so many bytes at once. */
  @Override
  public void execute(Runnable task) {
    threads.execute(task);
  }

  @PreDestroy
  void close() {
    threads.shutdown();
  }
}
