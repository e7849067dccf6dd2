package dev.supportpulse.classifier.mode;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Estimate;
import dev.supportpulse.events.SupportMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What would have changed, had other rules been in force: both decide about the same needs, with
 * the same history. Not safe for several threads.
 */
public final class DryRun {

  private final RuleBook inForce;
  private final RuleBook proposed;
  private final ProjectHistory history;
  private final int mostSamples;
  private final Map<NeedCategory, Map<Move, Long>> moves = new EnumMap<>(NeedCategory.class);
  private final Map<String, MoneyChange> money = new TreeMap<>();
  private final List<Sample> samples = new ArrayList<>();
  private long needs;
  private long changed;

  /**
   * Compares rules.
   *
   * @param mostSamples of the needs whose support changes, the first so many are told
   */
  public DryRun(RuleBook inForce, RuleBook proposed, ProjectHistory history, int mostSamples) {
    this.inForce = inForce;
    this.proposed = proposed;
    this.history = history;
    this.mostSamples = mostSamples;
  }

  /** Decides about a need by both. */
  public void add(ObservedNeed need) {
    Decision now = inForce.decide(need.situation(), history);
    Decision then = proposed.decide(need.situation(), history);
    needs++;
    moves
        .computeIfAbsent(need.situation().category(), category -> new TreeMap<>(Move.ORDER))
        .merge(new Move(now.rule().mode(), then.rule().mode()), 1L, Long::sum);
    add(now.estimate(), false);
    add(then.estimate(), true);
    if (isOther(now, then)) {
      changed++;
      if (samples.size() < mostSamples) {
        samples.add(new Sample(need, now, then));
      }
    }
  }

  /** What was found up to now. */
  public Report report() {
    Map<Move, Long> all = new TreeMap<>(Move.ORDER);
    moves.values().forEach(of -> of.forEach((move, n) -> all.merge(move, n, Long::sum)));
    return new Report(needs, changed, all, moves, money, List.copyOf(samples));
  }

  private void add(@Nullable Estimate estimate, boolean proposal) {
    if (estimate != null) {
      Money one = new Money(1, estimate.cost(), estimate.price());
      money.merge(
          estimate.currency(),
          proposal ? new MoneyChange(Money.NONE, one) : new MoneyChange(one, Money.NONE),
          MoneyChange::plus);
    }
  }

  /** Names, reasons and versions may differ; what people get is the same. */
  private static boolean isOther(Decision now, Decision then) {
    return now.complexity() != then.complexity()
        || !promised(now.rule()).equals(promised(then.rule()));
  }

  /** The rule without what doesn't reach the customer. */
  private static ModeRule promised(ModeRule rule) {
    return new ModeRule(
        "",
        Condition.ALWAYS,
        rule.mode(),
        rule.style(),
        rule.firstResponse(),
        rule.resolution(),
        rule.escalation(),
        rule.tools(),
        "");
  }

  /**
   * From one mode to another, or the same.
   *
   * @param from by the rules in force
   * @param to by the proposed ones
   */
  public record Move(SupportMode from, SupportMode to) {

    private static final Comparator<Move> ORDER =
        Comparator.comparing(Move::from).thenComparing(Move::to);
  }

  /** A need whose support changes. */
  public record Sample(ObservedNeed need, Decision inForce, Decision proposed) {}

  /**
   * What was found.
   *
   * @param needs that were decided about
   * @param changed those of them that get another mode, style, promise, escalation, complexity or
   *     tools
   * @param moves how many needs went from which mode to which
   * @param byCategory the same of each category that had needs
   * @param money estimates by currency; empty if no rule set gives rates
   * @param samples of the changed ones
   */
  public record Report(
      long needs,
      long changed,
      Map<Move, Long> moves,
      Map<NeedCategory, Map<Move, Long>> byCategory,
      Map<String, MoneyChange> money,
      List<Sample> samples) {}
}
