package dev.supportpulse.client;

import dev.supportpulse.client.generated.model.BatchResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends batches, a few at a time, and tells their results in the order in which they were given,
 * from the thread that gives them. Holds no more than so many batches, whatever their number: who
 * gives one more waits. Not thread-safe.
 *
 * @param <T> what the results of a batch are told with
 */
public final class OrderedSender<T> implements AutoCloseable {

  /** Told the results of each batch. */
  @FunctionalInterface
  public interface Listener<T> {
    /**
     * A batch, and every one that was given before it, is settled.
     *
     * @param results one for each event of the batch, in their order
     */
    void settled(T batch, List<BatchResult> results);
  }

  private record Pending<T>(T batch, Future<List<BatchResult>> results) {}

  private final IntakeClient client;
  private final int inFlight;
  private final Listener<T> listener;
  private final ExecutorService senders;
  private final Deque<Pending<T>> pending = new ArrayDeque<>();

  /**
   * A sender.
   *
   * @param inFlight the most requests at a time
   */
  public OrderedSender(IntakeClient client, int inFlight, Listener<T> listener) {
    this.client = client;
    this.inFlight = inFlight;
    this.listener = listener;
    this.senders = Executors.newFixedThreadPool(inFlight);
  }

  /**
   * Sends a batch; waits first while too many are under way.
   *
   * @throws IntakeRefused if an earlier request was refused whole
   * @throws IntakeUnavailable if intake stayed unable to take an earlier one
   */
  public void send(T batch, List<EventJson> events) throws InterruptedException {
    while (pending.size() >= inFlight) {
      settleFirst();
    }
    pending.add(new Pending<>(batch, senders.submit(() -> client.sendBatch(events))));
  }

  /**
   * Waits until every batch is settled.
   *
   * @throws IntakeRefused if a request was refused whole
   * @throws IntakeUnavailable if intake stayed unable to take one
   */
  public void flush() throws InterruptedException {
    while (!pending.isEmpty()) {
      settleFirst();
    }
  }

  private void settleFirst() throws InterruptedException {
    Pending<T> first = pending.remove();
    List<BatchResult> results;
    try {
      results = first.results().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a batch could not be sent", e.getCause());
    }
    listener.settled(first.batch(), results);
  }

  /** Gives up what is under way; what isn't settled may have been taken or not. */
  @Override
  public void close() {
    senders.shutdownNow();
  }
}
