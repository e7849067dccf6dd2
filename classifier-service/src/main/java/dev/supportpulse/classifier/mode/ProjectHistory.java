package dev.supportpulse.classifier.mode;

import java.time.Duration;
import java.util.Map;

/**
 * What a project's cases tell.
 *
 * @param efforts of past cases, by kind
 * @param open how many cases are open now
 */
public record ProjectHistory(Map<CaseKind, PastEffort> efforts, long open) {

  /** Nothing is known. */
  public static final ProjectHistory NONE = new ProjectHistory(Map.of(), 0);

  public ProjectHistory {
    efforts = Map.copyOf(efforts);
  }

  PastEffort of(CaseKind kind) {
    return efforts.getOrDefault(kind, PastEffort.NONE);
  }

  /** How many cases told their effort. */
  long cases() {
    return efforts.values().stream().mapToLong(PastEffort::cases).sum();
  }

  /** What a case takes on average, of whatever kind; zero if none told. */
  Duration mean() {
    long cases = cases();
    return cases == 0
        ? Duration.ZERO
        : efforts.values().stream()
            .map(PastEffort::total)
            .reduce(Duration.ZERO, Duration::plus)
            .dividedBy(cases);
  }
}
