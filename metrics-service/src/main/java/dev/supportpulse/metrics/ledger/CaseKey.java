package dev.supportpulse.metrics.ledger;

import java.util.Comparator;

/** A support case. */
public record CaseKey(String project, String caseId) implements Comparable<CaseKey> {

  private static final Comparator<CaseKey> ORDER =
      Comparator.comparing(CaseKey::project).thenComparing(CaseKey::caseId);

  @Override
  public int compareTo(CaseKey other) {
    return ORDER.compare(this, other);
  }
}
