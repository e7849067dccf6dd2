package dev.supportpulse.classifier.mode;

import dev.supportpulse.classifier.need.Need;
import dev.supportpulse.classifier.need.SecondaryNeed;
import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.NeedCategory;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A need and who has it: what is known from the event alone.
 *
 * @param secondary what the need is about beside its category
 * @param complexity by the text
 * @param tier the customer tier in upper case; COMMUNITY if unknown
 */
public record Situation(
    NeedCategory category, Set<SecondaryNeed> secondary, Complexity complexity, String tier) {

  /** Customers who pay nothing. */
  public static final String COMMUNITY = "COMMUNITY";

  public Situation {
    secondary = Set.copyOf(secondary);
  }

  /** A missing tier is COMMUNITY. */
  public static Situation of(
      NeedCategory category,
      Set<SecondaryNeed> secondary,
      Complexity complexity,
      @Nullable String tier) {
    String name = tier == null || tier.isBlank() ? COMMUNITY : tier.strip();
    return new Situation(category, secondary, complexity, name.toUpperCase(Locale.ROOT));
  }

  /** The situation of somebody of that tier with that need. */
  public static Situation of(Need need, @Nullable String tier) {
    Set<SecondaryNeed> tags =
        need.secondary().stream()
            .map(SecondaryNeed.Found::need)
            .collect(Collectors.toUnmodifiableSet());
    return of(need.category(), tags, need.complexity(), tier);
  }

  /** What past cases must be like to tell something about this one. */
  CaseKind kind() {
    return new CaseKind(category, complexity);
  }
}
