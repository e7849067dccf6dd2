package dev.supportpulse.classifier.mode;

import dev.supportpulse.classifier.need.SecondaryNeed;
import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.NeedCategory;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a rule applies: when all of this holds. An empty set and null demand nothing.
 *
 * @param categories the need's category is one of them
 * @param secondary the need has one of these tags
 * @param complexities the estimated complexity is one of them
 * @param tiers the customer tier is one of them, in upper case
 * @param otherTiers the customer tier is none of them
 * @param traits the project has all of them
 * @param pastEffort past cases like this one took at least so long (median); never holds while too
 *     few of them told
 * @param backlogWeeks the open cases are work for at least so many weeks of the team; never holds
 *     while that isn't known
 */
public record Condition(
    Set<NeedCategory> categories,
    Set<SecondaryNeed> secondary,
    Set<Complexity> complexities,
    Set<String> tiers,
    Set<String> otherTiers,
    Set<String> traits,
    @Nullable Duration pastEffort,
    @Nullable Double backlogWeeks) {

  /** Always holds. */
  public static final Condition ALWAYS =
      new Condition(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null);

  public Condition {
    categories = Set.copyOf(categories);
    secondary = Set.copyOf(secondary);
    complexities = Set.copyOf(complexities);
    tiers = Set.copyOf(tiers);
    otherTiers = Set.copyOf(otherTiers);
    traits = Set.copyOf(traits);
  }

  boolean holds(Facts facts) {
    Situation situation = facts.situation();
    return (categories.isEmpty() || categories.contains(situation.category()))
        && (secondary.isEmpty() || !Collections.disjoint(secondary, situation.secondary()))
        && (complexities.isEmpty() || complexities.contains(facts.complexity()))
        && (tiers.isEmpty() || tiers.contains(situation.tier()))
        && !otherTiers.contains(situation.tier())
        && facts.traits().containsAll(traits)
        && (pastEffort == null || isAtLeast(facts.pastEffort(), pastEffort))
        && (backlogWeeks == null || facts.backlogWeeks().orElse(-1) >= backlogWeeks);
  }

  private static boolean isAtLeast(@Nullable PastEffort past, Duration least) {
    return past != null && past.median().compareTo(least) >= 0;
  }
}
