package dev.supportpulse.classifier.solution;

import dev.supportpulse.classifier.observation.Voided;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps what became of solutions. */
public interface SolutionStore {

  /** Keeps events, each once by its identity, and takes back those that are voided. */
  void keep(List<SolutionStep> steps, List<CaseStep> cases, List<Voided> voided);

  /**
   * What became of each solution whose events are in {@code [from, to)}, in no order.
   *
   * @param verifiedAfter how long before {@code to} a case must have been resolved, and stayed so
   */
  List<SolutionTally> tallies(String project, Instant from, Instant to, Duration verifiedAfter);

  /** Forgets events of before that instant. */
  void forget(Instant before);
}
