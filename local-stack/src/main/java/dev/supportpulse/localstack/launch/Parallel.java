package dev.supportpulse.localstack.launch;

import dev.supportpulse.localstack.StackException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does several things at once. */
final class Parallel {

  private static final Duration CLEAN_UP_LIMIT = Duration.ofSeconds(2);

  private Parallel() {}

  /**
   * Does it for each item, all at once; returns when all are done.
   *
   * @throws StackException the first failure; the others are interrupted
   */
  static <T> void forEach(List<T> items, Consumer<T> action) {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      CompletionService<Void> tasks = new ExecutorCompletionService<>(threads);
      for (T item : items) {
        tasks.submit(() -> action.accept(item), null);
      }
      for (int done = 0; done < items.size(); done++) {
        tasks.take().get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new StackException(String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      // Not passed on yet: cleaning up waits for the others.
      throw new StackException("interrupted", e);
    } finally {
      end(threads);
    }
  }

  /** Interrupts what still goes on and gives it time to clean up. */
  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    try {
      var unused = threads.awaitTermination(CLEAN_UP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long it took. */
  static Duration timed(Runnable action) {
    long start = System.nanoTime();
    action.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
