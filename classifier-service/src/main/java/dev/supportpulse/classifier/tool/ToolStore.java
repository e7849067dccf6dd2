package dev.supportpulse.classifier.tool;

import dev.supportpulse.classifier.observation.Voided;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps how tools were used, and how that went. */
public interface ToolStore {

  /** Keeps what events say, each once by its identity, and takes back those that are voided. */
  void keep(ToolEvents events, List<Voided> voided);

  /**
   * What happened with tools in {@code [from, to)}.
   *
   * @param project null for all of them
   */
  ToolUsage usage(@Nullable String project, Instant from, Instant to);

  /** What trials of {@code [from, to)} tell, by project. */
  Map<String, List<ToolTally>> tallies(Instant from, Instant to);

  /** Forgets events of before that instant. */
  void forget(Instant before);
}
