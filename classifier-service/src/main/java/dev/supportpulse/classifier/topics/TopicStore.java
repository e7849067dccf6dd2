package dev.supportpulse.classifier.topics;

import dev.supportpulse.classifier.observation.Voided;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the terms and sketches of texts. */
public interface TopicStore {

  /** Keeps texts, each once by its identity, and takes back those that are voided. */
  void keep(List<TopicText> texts, List<Voided> voided);

  /** When the first text of a project that is kept was written; empty if there is none. */
  Optional<Instant> earliest(String project);

  /**
   * The terms of {@code [from, to)} and of the span before.
   *
   * @param before the beginning of that span, which ends at {@code from}
   * @param least texts of the window that must have a term: a term of one person's is not shown
   * @param most terms: those that most texts have
   */
  Usage usage(String project, Instant before, Instant from, Instant to, int least, int most);

  /** The latest texts of {@code [from, to)}, at most so many. */
  List<TopicText> texts(String project, Instant from, Instant to, int most);

  /** When and how the latest texts of {@code [from, to)} that have terms ask, at most so many. */
  List<Asked> asked(String project, Instant from, Instant to, int most);

  /** Forgets texts of before that instant. */
  void forget(Instant before);

  /** What is read of a text to compare it. */
  record Asked(Instant occurredAt, Sketch sketch) {}
}
