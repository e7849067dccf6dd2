package dev.supportpulse.classifier.mode;

import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.EstimateBasis;
import dev.supportpulse.events.NeedClassified.Estimate;
import dev.supportpulse.events.SupportMode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one project: its own rule set, and behind it the default one. The first rule that
 * applies decides. Traits, team, past cases and rates are those of the first of the two that speaks
 * of them.
 */
public final class RuleBook {

  private final List<RuleSet> sets;
  private final Set<String> traits;
  private final @Nullable Team team;
  private final @Nullable EffortScale scale;
  private final @Nullable Rates rates;

  /**
   * A book.
   *
   * @param own null if the project has none
   * @param fallback whose last rule always applies
   * @throws IllegalArgumentException if it doesn't
   */
  public RuleBook(@Nullable RuleSet own, RuleSet fallback) {
    if (!fallback.isTotal()) {
      throw new IllegalArgumentException("some need has no rule");
    }
    this.sets = Stream.of(own, fallback).filter(Objects::nonNull).toList();
    Set<String> told = first(RuleSet::traits);
    this.traits = told == null ? Set.of() : told;
    this.team = first(RuleSet::team);
    this.scale = first(RuleSet::pastCases);
    this.rates = first(RuleSet::rates);
  }

  /** The rule sets in their order. */
  public List<RuleSet> sets() {
    return sets;
  }

  /** The first rule that applies; there always is one. */
  public Decision decide(Situation situation, ProjectHistory history) {
    PastEffort past = history.of(situation.kind());
    PastEffort trusted = scale != null && scale.trusts(past.cases()) ? past : null;
    Complexity complexity =
        scale == null || trusted == null ? situation.complexity() : scale.of(trusted.median());
    Facts facts = new Facts(situation, complexity, traits, trusted, backlog(history));
    for (RuleSet set : sets) {
      for (ModeRule rule : set.rules()) {
        if (rule.when().holds(facts)) {
          return new Decision(
              set.name(),
              set.version(),
              rule,
              complexity,
              trusted == null ? EstimateBasis.TEXT : EstimateBasis.PAST_CASES,
              past,
              estimate(rule.mode(), complexity, trusted));
        }
      }
    }
    throw new IllegalStateException("the last rule always applies");
  }

  private OptionalDouble backlog(ProjectHistory history) {
    return team == null || scale == null || !scale.trusts(history.cases())
        ? OptionalDouble.empty()
        : OptionalDouble.of(team.weeks(history.open(), history.mean()));
  }

  private @Nullable Estimate estimate(
      SupportMode mode, Complexity complexity, @Nullable PastEffort trusted) {
    if (rates == null) {
      return null;
    }
    return trusted == null
        ? rates.assumed(mode, complexity)
        : rates.learned(mode, roundedToSeconds(trusted.mean()));
  }

  private static Duration roundedToSeconds(Duration mean) {
    return Duration.ofSeconds(mean.plusMillis(500).toSeconds());
  }

  private <T> @Nullable T first(Function<RuleSet, @Nullable T> part) {
    for (RuleSet set : sets) {
      T value = part.apply(set);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
