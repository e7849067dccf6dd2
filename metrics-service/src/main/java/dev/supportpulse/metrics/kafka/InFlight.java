package dev.supportpulse.metrics.kafka;

import dev.supportpulse.metrics.ledger.Batch;
import dev.supportpulse.metrics.ledger.Ledger;
import dev.supportpulse.metrics.ledger.SourcePartition;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The one batch that is being counted, in a thread of its own, while the next one is polled and
 * decoded. Batches are counted one after the other, in the order in which they were polled.
 */
final class InFlight implements AutoCloseable {

  private final Ledger ledger;
  private final DatabaseRetry retry;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "batch-counter"));
  private @Nullable Batch batch;
  private @Nullable Future<NavigableSet<SourcePartition>> lost;

  InFlight(Ledger ledger, DatabaseRetry retry) {
    this.ledger = ledger;
    this.retry = retry;
  }

  /**
   * A batch that was counted.
   *
   * @param lost the partitions of which nothing was
   */
  record Done(Batch batch, NavigableSet<SourcePartition> lost) {}

  /** Begins to count a batch; none is in flight. */
  void start(Batch next) {
    if (batch != null) {
      throw new IllegalStateException("a batch is in flight");
    }
    batch = next;
    lost = thread.submit(() -> retry.run(() -> ledger.record(next)));
  }

  /** Whether there is nothing to wait for. */
  boolean isIdle() {
    return lost == null || lost.isDone();
  }

  /** Returns when nothing is being counted; what was is still to be taken. */
  void await() {
    if (lost != null) {
      result(lost);
    }
  }

  /**
   * Waits for the batch in flight, and takes it; empty if there is none.
   *
   * @throws RuntimeException that of the counting, if it failed for good
   */
  Optional<Done> take() {
    if (batch == null || lost == null) {
      return Optional.empty();
    }
    Done done = new Done(batch, result(lost));
    batch = null;
    lost = null;
    return Optional.of(done);
  }

  private static NavigableSet<SourcePartition> result(Future<NavigableSet<SourcePartition>> lost) {
    try {
      return lost.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("a batch was not counted", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a batch was counted", e);
    }
  }

  /** Lets the batch in flight end by itself: what becomes of it is safe either way. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
