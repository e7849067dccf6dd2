package dev.supportpulse.intake.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of requests may be worked on at once, so that memory stays bounded however many
 * clients send. A request that comes alone is let in whatever its size.
 */
final class Admission {

  private final long limit;
  private final AtomicLong inside = new AtomicLong();

  Admission(long limit) {
    this.limit = limit;
  }

  /** Lets that many bytes in, unless it gets too crowded; then nothing changes. */
  boolean enter(long bytes) {
    long before = inside.getAndAdd(bytes);
    if (before > 0 && before + bytes > limit) {
      inside.addAndGet(-bytes);
      return false;
    }
    return true;
  }

  /** Lets out what came in. */
  void leave(long bytes) {
    inside.addAndGet(-bytes);
  }
}
