package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.Identity;
import java.util.Comparator;

/** An event's place in the ledger. The project leads, so that tables can be distributed by it. */
public record EventKey(String project, Identity identity) implements Comparable<EventKey> {

  private static final Comparator<EventKey> ORDER =
      Comparator.comparing(EventKey::project).thenComparing(EventKey::identity);

  @Override
  public int compareTo(EventKey other) {
    return ORDER.compare(this, other);
  }
}
