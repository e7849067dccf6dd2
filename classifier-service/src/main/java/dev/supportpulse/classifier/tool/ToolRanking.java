package dev.supportpulse.classifier.tool;

import dev.supportpulse.classifier.statistics.SuccessRate;
import dev.supportpulse.events.NeedCategory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ranks tools by the lower bound of their effectiveness: few data don't look like a winner. Equals
 * keep the order of the catalogue.
 */
public final class ToolRanking {

  /** Digits after the point of an amount, for costs per success. */
  private static final int SCALE = 2;

  private ToolRanking() {}

  /**
   * The tools, the best first.
   *
   * @param category judges by trials of that category only; null by all
   * @param window that the usage is of
   * @param level probability of the intervals, in (0, 1)
   */
  public static List<Ranked> rank(
      List<Tool> tools,
      ToolUsage usage,
      @Nullable NeedCategory category,
      Duration window,
      double level) {
    return tools.stream()
        .map(tool -> judge(tool, usage, category, window, level))
        .sorted(Comparator.comparingDouble((Ranked one) -> one.effect().rate().lower()).reversed())
        .toList();
  }

  private static Ranked judge(
      Tool tool, ToolUsage usage, @Nullable NeedCategory category, Duration window, double level) {
    Map<NeedCategory, Effect> byCategory = new EnumMap<>(NeedCategory.class);
    for (NeedCategory one : NeedCategory.values()) {
      Effect effect = effect(tallies(tool, usage, tally -> tally.category() == one), level);
      if (effect.n() > 0) {
        byCategory.put(one, effect);
      }
    }
    Effect all = effect(tallies(tool, usage, tally -> true), level);
    Effect asked =
        category == null ? all : byCategory.getOrDefault(category, effect(Stream.empty(), level));
    return new Ranked(tool, asked, byCategory, costPerSuccess(tool, usage, all.helped(), window));
  }

  /** Of all its trials: what it costs isn't known by category. */
  private static Optional<BigDecimal> costPerSuccess(
      Tool tool, ToolUsage usage, long helped, Duration window) {
    CostModel cost = tool.cost();
    if (cost == null || helped == 0) {
      return Optional.empty();
    }
    CostModel.Consumption consumed =
        usage.consumed().getOrDefault(tool.id(), CostModel.Consumption.NONE);
    return Optional.of(
        cost.of(consumed, helped, window)
            .divide(BigDecimal.valueOf(helped), SCALE, RoundingMode.HALF_EVEN));
  }

  private static Stream<ToolTally> tallies(
      Tool tool, ToolUsage usage, Predicate<ToolTally> filter) {
    return usage.tallies().stream().filter(tally -> tally.tool().equals(tool.id())).filter(filter);
  }

  private static Effect effect(Stream<ToolTally> tallies, double level) {
    long helped = 0;
    long failed = 0;
    for (ToolTally tally : tallies.toList()) {
      helped += tally.helped();
      failed += tally.failed();
    }
    return new Effect(
        helped, helped + failed, SuccessRate.of((double) helped, (double) failed, level));
  }

  /**
   * How well a tool does.
   *
   * @param helped trials in which it helped
   * @param n trials of which anything is known
   */
  public record Effect(long helped, long n, SuccessRate rate) {}

  /**
   * A tool with its effect.
   *
   * @param effect that it is ranked by
   * @param byCategory of the categories that have trials
   * @param costPerSuccess in the currency of its cost model; empty without one, or if it never
   *     helped
   */
  public record Ranked(
      Tool tool,
      Effect effect,
      Map<NeedCategory, Effect> byCategory,
      Optional<BigDecimal> costPerSuccess) {

    public Ranked {
      byCategory = Map.copyOf(byCategory);
    }
  }
}
