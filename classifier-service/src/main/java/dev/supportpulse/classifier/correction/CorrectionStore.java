package dev.supportpulse.classifier.correction;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps corrections for ever. */
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
   * The latest corrections of a project that came with their text, in the order of their sequence.
   *
   * @param upTo none of a higher sequence
   */
  List<Stored> withText(String project, long upTo, int limit);

  /** How much there is to learn from each project that has corrections with their text. */
  List<Extent> extents();

  /**
   * Hands over corrections that are not published yet, in the order of their sequence, and notes
   * them as published if they were. No other instance is handed the same ones meanwhile.
   *
   * @param publish whether all of them were published
   * @return how many were; empty if {@code publish} said no
   */
  Optional<Integer> publish(int limit, Predicate<List<Stored>> publish);

  /**
   * What the store has.
   *
   * @param isNew whether it is the correction that was given, rather than one stored before
   */
  record Kept(Stored stored, boolean isNew) {}

  /**
   * How much a project has been corrected.
   *
   * @param last the highest sequence
   */
  record Extent(String project, long last) {}
}
