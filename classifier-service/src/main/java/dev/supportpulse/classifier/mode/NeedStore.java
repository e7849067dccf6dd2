package dev.supportpulse.classifier.mode;

import dev.supportpulse.classifier.observation.Voided;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps which needs there were, and what cases took. */
public interface NeedStore {

  /** Keeps what events tell, each once by its identity, and takes back those that are voided. */
  void keep(List<ObservedNeed> needs, List<CaseEvent> cases, List<Voided> voided);

  /**
   * Hands out the needs of a project in {@code [from, to)}, the latest first: of each case the
   * earliest event of the window, and each event without a case.
   *
   * @param most at most so many
   */
  void needs(String project, Instant from, Instant to, int most, Consumer<ObservedNeed> each);

  /** What the cases of each project tell since then. */
  Map<String, ProjectHistory> histories(Instant from);

  /** Forgets events of before that instant. */
  void forget(Instant before);
}
