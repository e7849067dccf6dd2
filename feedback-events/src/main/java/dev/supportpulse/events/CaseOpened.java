package dev.supportpulse.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A support case begins. */
public record CaseOpened(
    String caseId,
    @Nullable String title,
    @Nullable String text,
    @Nullable Channel channel,
    @Nullable String tier,
    @Nullable SupportMode mode,
    @Nullable String user,
    @Nullable String language,
    List<String> labels,
    @Nullable String account)
    implements CaseTransition {

  public CaseOpened {
    Malformed.requireText(caseId, "/data/caseId");
    labels = labels == null ? List.of() : List.copyOf(labels);
  }
}
