package dev.supportpulse.events;

import org.jspecify.annotations.Nullable;

/** Someone answered in a case. */
public record CaseResponded(String caseId, @Nullable String account) implements CaseTransition {

  public CaseResponded {
    Malformed.requireText(caseId, "/data/caseId");
  }
}
