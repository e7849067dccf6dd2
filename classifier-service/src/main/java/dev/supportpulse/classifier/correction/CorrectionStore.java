package dev.supportpulse.classifier.correction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps corrections until somebody has them erased. */
public interface CorrectionStore {

  /**
   * Stores a correction and draws its sequence, unless the project has one of that id already.
   *
   * @return what the project has of that id now, and whether it is new
   */
  Kept keep(Correction correction);

  /**
   * The newest corrections first.
   *
   * @param project whose; null for every project's
   * @param before only those of a lower sequence
   */
  List<Stored> newest(@Nullable String project, long before, int limit);

  /**
   * The latest corrections of a project that can be learned from, in that order.
   *
   * @param upTo none later in that order
   */
  List<Stored> learnable(String project, long upTo, int limit);

  /** How far there is something to learn from each project. */
  List<Extent> extents();

  /**
   * Corrections of which it isn't known what the event says, the oldest first.
   *
   * @param soughtBefore none that was searched for since then
   * @param correctedAfter none that is older
   */
  List<Stored> toSeek(Instant soughtBefore, Instant correctedAfter, int limit);

  /**
   * Notes what was found in a search.
   *
   * @param sought the sequences that were searched for
   * @param found what events say, by the sequence of the correction
   */
  void sought(Collection<Long> sought, Map<Long, EventText> found, Instant at);

  /**
   * Forgets for good what the event of a correction says, and the note; the correction itself holds
   * on, but isn't learned from any more.
   *
   * @return whether the project has one of that sequence
   */
  boolean forgetText(String project, long sequence, Instant at);

  /** Corrections that nobody noted as published yet, in the order of their sequence. */
  List<Stored> unpublished(int limit);

  /** Notes corrections as published, by their sequences. */
  void published(Collection<Long> sequences, Instant at);

  /**
   * What the store has.
   *
   * @param isNew whether it is the correction that was given, rather than one stored before
   */
  record Kept(Stored stored, boolean isNew) {}

  /**
   * How far there is something to learn from a project.
   *
   * @param last the highest place in the order of what can be learned
   */
  record Extent(String project, long last) {}
}
