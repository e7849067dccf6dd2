package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.Digest;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Where a classification waits for its event: by the body that was read, if it names one. */
public record ParkedKey(EventKey target, @Nullable Digest digest) implements Comparable<ParkedKey> {

  private static final Comparator<ParkedKey> ORDER =
      Comparator.comparing(ParkedKey::target)
          .thenComparing(key -> key.digest() == null ? "" : key.digest().hex());

  @Override
  public int compareTo(ParkedKey other) {
    return ORDER.compare(this, other);
  }
}
