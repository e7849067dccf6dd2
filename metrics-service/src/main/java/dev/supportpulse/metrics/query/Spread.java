package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.cost.LargestRemainder;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.MeasureKey;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Attributes what a group without some dimension has booked to the groups that have all of them and
 * agree with it in the others. Every amount keeps its sum to the last unit of its currency.
 */
final class Spread {

  private static final Set<Measure> SPREAD =
      EnumSet.of(Measure.COST, Measure.COST_IN_TOTAL, Measure.INCOME, Measure.USAGE);
  private static final int USAGE_DECIMALS = 6;

  private final SortedMap<GroupKey, Map<Integer, Tally>> groups;
  private final Attribution attribution;

  /** Works on these groups, by interval. */
  Spread(SortedMap<GroupKey, Map<Integer, Tally>> groups, Attribution attribution) {
    this.groups = groups;
    this.attribution = attribution;
  }

  /** Spreads one window: the intervals from {@code first} up to {@code end}. */
  void over(int first, int end) {
    SortedMap<GroupKey, BigDecimal> weights = new TreeMap<>();
    groups.forEach(
        (key, tallies) -> {
          BigDecimal weight = BigDecimal.ZERO;
          for (int i = first; i < end; i++) {
            weight = weight.add(attribution.weight(tallies.getOrDefault(i, Tally.NONE)));
          }
          if (weight.signum() > 0 && !key.values().containsValue(null)) {
            weights.put(key, weight);
          }
        });
    for (GroupKey key : List.copyOf(groups.keySet())) {
      SortedMap<GroupKey, BigDecimal> targets = new TreeMap<>(weights);
      targets.keySet().removeIf(target -> !refines(target, key));
      if (key.values().containsValue(null) && !targets.isEmpty()) {
        for (int i = first; i < end; i++) {
          spread(key, i, targets);
        }
      }
    }
  }

  /** Whether the target has every value that the key has. */
  private static boolean refines(GroupKey target, GroupKey key) {
    return key.values().entrySet().stream()
        .allMatch(
            entry ->
                entry.getValue() == null
                    || Objects.equals(entry.getValue(), target.values().get(entry.getKey())));
  }

  private void spread(GroupKey from, int interval, SortedMap<GroupKey, BigDecimal> targets) {
    Tally tally = tallies(from).getOrDefault(interval, Tally.NONE);
    TreeMap<MeasureKey, Amount> kept = new TreeMap<>(tally.amounts());
    kept.keySet().removeIf(key -> SPREAD.contains(key.measure()));
    if (kept.size() == tally.amounts().size()) {
      return;
    }
    tallies(from).put(interval, new Tally(kept));
    List<GroupKey> keys = List.copyOf(targets.keySet());
    List<BigDecimal> weights = List.copyOf(targets.values());
    tally
        .amounts()
        .forEach(
            (measure, amount) -> {
              if (SPREAD.contains(measure.measure())) {
                List<Amount> parts = split(measure, amount, weights);
                for (int i = 0; i < keys.size(); i++) {
                  Tally part = Tally.of(measure, parts.get(i));
                  tallies(keys.get(i)).merge(interval, part, Tally::plus);
                }
              }
            });
  }

  private static List<Amount> split(MeasureKey key, Amount amount, List<BigDecimal> weights) {
    int decimals =
        key.measure() == Measure.USAGE ? USAGE_DECIMALS : digits(key.detail().split("/", 2)[0]);
    List<BigDecimal> sums =
        LargestRemainder.split(amount.sum(), Math.max(decimals, amount.sum().scale()), weights);
    List<BigDecimal> counts = LargestRemainder.split(BigDecimal.valueOf(amount.n()), 0, weights);
    List<Amount> parts = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      parts.add(new Amount(counts.get(i).longValueExact(), sums.get(i)));
    }
    return parts;
  }

  private static int digits(String currency) {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }

  private Map<Integer, Tally> tallies(GroupKey key) {
    return groups.computeIfAbsent(key, missing -> new HashMap<>());
  }
}
