package dev.supportpulse.intake.http.body;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of bodies may be in memory at once, so that it stays bounded however many clients
 * send. Only what has arrived counts: who announces much and sends little takes no one's place.
 */
final class Admission {

  private final long limit;
  private final AtomicLong inside = new AtomicLong();

  /**
   * An empty house.
   *
   * @param limit bytes that may be inside at once
   */
  Admission(long limit) {
    this.limit = limit;
  }

  /** A visitor with nothing inside yet. */
  Visit visit() {
    return new Visit();
  }

  /** How many bytes are inside now. */
  long inside() {
    return inside.get();
  }

  /** What one request has inside. Safe for use by several threads. */
  final class Visit {

    private long bytes;
    private boolean over;

    /**
     * Lets so many bytes more in, unless it gets too crowded or the visit is over; then nothing
     * changes. Who is alone inside is let in whatever the size.
     */
    synchronized boolean enter(long more) {
      if (over) {
        return false;
      }
      long after = inside.addAndGet(more);
      boolean alone = after == bytes + more;
      if (after > limit && !alone) {
        inside.addAndGet(-more);
        return false;
      }
      bytes += more;
      return true;
    }

    /** Lets everything out that came in, once. */
    synchronized void leave() {
      inside.addAndGet(-bytes);
      bytes = 0;
      over = true;
    }
  }
}
