package dev.supportpulse.metrics.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/** The hour of receipt under which an event is accounted for. */
public record AccountingKey(String project, Instant hour) implements Comparable<AccountingKey> {

  private static final Comparator<AccountingKey> ORDER =
      Comparator.comparing(AccountingKey::project).thenComparing(AccountingKey::hour);

  static AccountingKey of(String project, Instant receivedAt) {
    return new AccountingKey(project, receivedAt.truncatedTo(ChronoUnit.HOURS));
  }

  @Override
  public int compareTo(AccountingKey other) {
    return ORDER.compare(this, other);
  }
}
