package dev.supportpulse.intake.recall;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.Identity;
import dev.supportpulse.intake.submission.Acknowledged;
import org.jspecify.annotations.Nullable;

/** Remembers so many of the events that passed here; those that nobody asks about are forgotten. */
public final class RecentEvents implements Acknowledged {

  private final Cache<Identity, Digest> digests;

  /**
   * Remembers at most so many events, each in about 300 bytes.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public RecentEvents(long most) {
    digests = Caffeine.newBuilder().maximumSize(most).build();
  }

  @Override
  public @Nullable Digest digestOf(Identity identity) {
    return digests.getIfPresent(identity);
  }

  @Override
  public void remember(Identity identity, Digest digest) {
    digests.asMap().putIfAbsent(identity, digest);
  }
}
