package dev.supportpulse.events;

import org.jspecify.annotations.Nullable;

/** A solution was offered to a user. */
public record SolutionProposed(
    String solutionId,
    @Nullable String caseId,
    @Nullable String tool,
    @Nullable String user,
    @Nullable String account)
    implements UpstreamData {

  public SolutionProposed {
    Malformed.requireText(solutionId, "/data/solutionId");
  }
}
