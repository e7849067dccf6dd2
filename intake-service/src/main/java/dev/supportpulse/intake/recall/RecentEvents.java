package dev.supportpulse.intake.recall;

import dev.supportpulse.events.Digest;
import dev.supportpulse.events.Identity;
import dev.supportpulse.intake.submission.Acknowledged;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the latest of the events that passed here, in two generations: when the younger is
 * full, the older is forgotten whole. A cache that ranks its entries keeps better ones, but ranking
 * cost an eighth of the time that an event of a batch takes, and retries come soon or not at all.
 */
public final class RecentEvents implements Acknowledged {

  private record Generation(Map<Identity, Digest> digests, AtomicInteger size) {

    Generation() {
      this(new ConcurrentHashMap<>(), new AtomicInteger());
    }
  }

  private record Generations(Generation younger, Generation older) {}

  private final long mostOfOne;
  private volatile Generations generations = new Generations(new Generation(), new Generation());

  /**
   * Remembers at most so many events and at least the last half of them, each in about 300 bytes.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public RecentEvents(long most) {
    if (most < 0) {
      throw new IllegalArgumentException("it can't remember %d events".formatted(most));
    }
    mostOfOne = most / 2;
  }

  @Override
  public @Nullable Digest digestOf(Identity identity) {
    Generations now = generations;
    Digest digest = now.younger().digests().get(identity);
    return digest == null ? now.older().digests().get(identity) : digest;
  }

  /** What the older generation knows stays what it is, and is remembered for longer. */
  @Override
  public void remember(Identity identity, Digest digest) {
    if (mostOfOne == 0) {
      return;
    }
    Generations now = generations;
    Digest first = now.older().digests().getOrDefault(identity, digest);
    if (now.younger().digests().putIfAbsent(identity, first) == null
        && now.younger().size().incrementAndGet() == mostOfOne) {
      // One event fills a generation, so one thread comes here.
      generations = new Generations(new Generation(), now.younger());
    }
  }
}
