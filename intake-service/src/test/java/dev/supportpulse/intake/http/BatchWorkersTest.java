package dev.supportpulse.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.intake.config.IntakeConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchWorkersTest {

  private static final Duration WORK = Duration.ofMillis(20);
  private static final int TASKS = 10;

  @Test
  void while_single_events_come_as_long_a_rest_follows_each_task() {
    BatchWorkers workers = workers("0.5");

    long took = work(workers);

    // No machine makes work and rests shorter; how much longer it takes is not ours to say.
    assertThat(took).isGreaterThanOrEqualTo((2 * TASKS - 1) * WORK.toNanos());
    workers.close();
  }

  @Test
  void otherwise_all_threads_work_at_once() {
    BatchWorkers workers = workers("1", 2);
    CyclicBarrier both = new CyclicBarrier(2);

    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> await(both), workers),
            CompletableFuture.runAsync(() -> await(both), workers))
        .join();
    workers.close();
  }

  @Test
  void while_single_events_come_half_of_the_threads_work() {
    BatchWorkers workers = workers("1", 2);
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    workers.yieldToSingles();
    CompletableFuture<?>[] tasks = new CompletableFuture<?>[TASKS];
    for (int i = 0; i < TASKS; i++) {
      tasks[i] =
          CompletableFuture.runAsync(
              () -> {
                workers.yieldToSingles();
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                spin();
                atOnce.decrementAndGet();
              },
              workers);
    }
    CompletableFuture.allOf(tasks).join();

    assertThat(most).hasValue(1);
    workers.close();
  }

  @Test
  void a_share_is_above_0_and_at_most_1() {
    assertThatThrownBy(() -> workers("0")).hasMessageContaining("supportpulse.intake.batch-share");
    assertThatThrownBy(() -> workers("1.5"))
        .hasMessageContaining("supportpulse.intake.batch-share");
    workers("1").close();
  }

  private static long work(BatchWorkers workers) {
    long start = System.nanoTime();
    workers.yieldToSingles();
    CompletableFuture<?>[] tasks = new CompletableFuture<?>[TASKS];
    for (int i = 0; i < TASKS; i++) {
      tasks[i] =
          CompletableFuture.runAsync(
              () -> {
                workers.yieldToSingles();
                spin();
              },
              workers);
    }
    CompletableFuture.allOf(tasks).join();
    return System.nanoTime() - start;
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void spin() {
    long end = System.nanoTime() + WORK.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static BatchWorkers workers(String share) {
    return workers(share, 1);
  }

  private static BatchWorkers workers(String share, int threads) {
    return new BatchWorkers(
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(IntakeConfig.class)
            .withConverter(MemorySize.class, 200, new MemorySizeConverter())
            .withDefaultValues(
                Map.of(
                    "supportpulse.intake.batch-share",
                    share,
                    "supportpulse.intake.batch-workers",
                    Integer.toString(threads)))
            .build()
            .getConfigMapping(IntakeConfig.class));
  }
}
