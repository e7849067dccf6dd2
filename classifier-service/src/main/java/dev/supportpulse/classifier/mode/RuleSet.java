package dev.supportpulse.classifier.mode;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a project, or those of every project, in their order.
 *
 * @param name the project, or {@link #DEFAULT}
 * @param version names this state of it; another state has another version
 * @param traits of the project; null if nothing is said about them
 * @param team null if nothing is said about it
 * @param pastCases what past cases tell; null if nothing is said about it
 * @param rates null if nothing is said about them
 */
public record RuleSet(
    String name,
    String version,
    @Nullable Set<String> traits,
    @Nullable Team team,
    @Nullable EffortScale pastCases,
    @Nullable Rates rates,
    List<ModeRule> rules) {

  /** The name of the rule set that is behind every project's own; no project is called so. */
  public static final String DEFAULT = "_default";

  public RuleSet {
    traits = traits == null ? null : Set.copyOf(traits);
    rules = List.copyOf(rules);
  }

  /** Whether some rule applies, whatever the situation. */
  public boolean isTotal() {
    return !rules.isEmpty() && rules.get(rules.size() - 1).when().equals(Condition.ALWAYS);
  }
}
