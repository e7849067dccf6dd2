package dev.supportpulse.classifier.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Does a piece of work again and again on a thread of its own: after a pause, or at once when it is
 * woken. What fails is done again after the pause, and logged once for as long as it fails alike.
 */
public final class Repeating implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Repeating.class);

  private final Runnable work;
  private final Duration pause;
  private final Semaphore calls = new Semaphore(0);
  private final Thread thread;
  private volatile boolean stopping;

  /**
   * Not started yet.
   *
   * @param name of the thread
   * @param pause after each round, however it ended
   */
  public Repeating(String name, Duration pause, Runnable work) {
    this.work = work;
    this.pause = pause;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /** Begins with a first round at once. */
  public void start() {
    thread.start();
  }

  /** Begins the next round now, or right after the present one. */
  public void wake() {
    calls.release();
  }

  private void run() {
    String failure = "";
    while (!stopping) {
      String before = failure;
      failure = failureOfRound();
      if (!failure.isEmpty() && !failure.equals(before)) {
        LOG.warnf("%s: trying again every %s: %s", thread.getName(), pause, failure);
      }
      try {
        boolean unused = calls.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        calls.drainPermits();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private String failureOfRound() {
    try {
      work.run();
      return "";
    } catch (DatabaseAway e) {
      return "";
    } catch (RuntimeException e) {
      LOG.debug(thread.getName(), e);
      return e.toString();
    }
  }

  /** Ends it; a round that is at work is interrupted. */
  @Override
  public void close() {
    stopping = true;
    thread.interrupt();
  }
}
