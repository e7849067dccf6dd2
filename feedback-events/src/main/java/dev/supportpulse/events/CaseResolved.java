package dev.supportpulse.events;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case is resolved. {@code effortMinutes} is the working time it took, at least 0. */
public record CaseResolved(
    String caseId,
    @Nullable SupportMode mode,
    List<String> tools,
    @Nullable BigDecimal effortMinutes,
    @Nullable String account)
    implements CaseTransition {

  public CaseResolved {
    Malformed.requireText(caseId, "/data/caseId");
    tools = tools == null ? List.of() : List.copyOf(tools);
  }
}
