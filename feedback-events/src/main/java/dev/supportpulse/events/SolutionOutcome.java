package dev.supportpulse.events;

import org.jspecify.annotations.Nullable;

/** Whether a solution helped. */
public record SolutionOutcome(
    String solutionId,
    Boolean helped,
    @Nullable String caseId,
    @Nullable String tool,
    @Nullable String user,
    @Nullable String account)
    implements UpstreamData {

  public SolutionOutcome {
    Malformed.requireText(solutionId, "/data/solutionId");
    Malformed.requirePresent(helped, "/data/helped");
  }
}
