package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.window.Window;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What there is to choose from: projects, and the values of their dimensions. */
public interface Catalogue {

  /** The projects that anything was ever counted for, in alphabetical order. */
  List<String> projects();

  /**
   * The values that were counted under in the UTC days that the window touches, null for a missing
   * one, which comes last.
   */
  Map<Dimension, SortedSet<@Nullable String>> values(String project, Window window);
}
