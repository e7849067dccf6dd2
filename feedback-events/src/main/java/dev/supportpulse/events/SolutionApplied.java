package dev.supportpulse.events;

import org.jspecify.annotations.Nullable;

/** A user carried a solution out. */
public record SolutionApplied(
    String solutionId,
    @Nullable String caseId,
    @Nullable String tool,
    @Nullable String user,
    @Nullable String account)
    implements UpstreamData {

  public SolutionApplied {
    Malformed.requireText(solutionId, "/data/solutionId");
  }
}
