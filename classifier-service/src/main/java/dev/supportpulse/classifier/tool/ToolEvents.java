package dev.supportpulse.classifier.tool;

import dev.supportpulse.events.Identity;
import dev.supportpulse.events.NeedCategory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What events say about tools and the cases that they are used in. */
public record ToolEvents(List<Use> uses, List<Rating> ratings, List<Need> needs) {

  public ToolEvents {
    uses = List.copyOf(uses);
    ratings = List.copyOf(ratings);
    needs = List.copyOf(needs);
  }

  /** Whether they say nothing. */
  public boolean isEmpty() {
    return uses.isEmpty() && ratings.isEmpty() && needs.isEmpty();
  }

  /**
   * A tool was used.
   *
   * @param caseId empty if the event names none: then it is no trial, only consumption
   */
  public record Use(
      String project,
      Identity identity,
      String tool,
      String caseId,
      BigDecimal minutes,
      BigDecimal uses,
      Instant occurredAt) {}

  /** Somebody rated how a case went. */
  public record Rating(
      String project, Identity identity, String caseId, boolean satisfied, Instant occurredAt) {}

  /** What a case is about. */
  public record Need(
      String project,
      Identity identity,
      String caseId,
      NeedCategory category,
      Instant occurredAt) {}
}
