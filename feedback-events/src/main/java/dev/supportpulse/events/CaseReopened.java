package dev.supportpulse.events;

import org.jspecify.annotations.Nullable;

/** A resolved case is open again. */
public record CaseReopened(String caseId, @Nullable String account) implements CaseTransition {

  public CaseReopened {
    Malformed.requireText(caseId, "/data/caseId");
  }
}
