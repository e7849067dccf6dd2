package dev.supportpulse.metrics.tally;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Additive counts: an amount per measure and detail. {@link #plus} is associative and commutative
 * with identity {@link #NONE}, so neither replay nor order nor retraction can change a result.
 */
public record Tally(NavigableMap<MeasureKey, Amount> amounts) {

  /** Counts nothing. */
  public static final Tally NONE = new Tally(new TreeMap<>());

  /** Amounts that are zero are left out, so equal counts are equal tallies. */
  public Tally {
    TreeMap<MeasureKey, Amount> copy = new TreeMap<>(amounts);
    copy.values().removeIf(Amount.NONE::equals);
    amounts = Collections.unmodifiableNavigableMap(copy);
  }

  /** A tally of one amount. */
  public static Tally of(MeasureKey key, Amount amount) {
    return new Tally(new TreeMap<>(Map.of(key, amount)));
  }

  public Tally plus(Tally other) {
    if (other.amounts.isEmpty()) {
      return this;
    }
    if (amounts.isEmpty()) {
      return other;
    }
    TreeMap<MeasureKey, Amount> sum = new TreeMap<>(amounts);
    other.amounts.forEach((key, amount) -> sum.merge(key, amount, Amount::plus));
    return new Tally(sum);
  }

  /** What {@link #plus} takes back. */
  public Tally negated() {
    TreeMap<MeasureKey, Amount> negated = new TreeMap<>();
    amounts.forEach((key, amount) -> negated.put(key, amount.negated()));
    return new Tally(negated);
  }

  public boolean isNone() {
    return amounts.isEmpty();
  }

  /** The amount of one measure and detail; {@link Amount#NONE} if nothing was counted. */
  public Amount get(MeasureKey key) {
    return amounts.getOrDefault(key, Amount.NONE);
  }

  /** The amount of one measure over all its details. */
  public Amount total(Measure measure) {
    return details(measure).values().stream().reduce(Amount.NONE, Amount::plus);
  }

  /** The amounts of one measure by detail, in the order of the details. */
  public NavigableMap<String, Amount> details(Measure measure) {
    TreeMap<String, Amount> details = new TreeMap<>();
    for (Map.Entry<MeasureKey, Amount> entry : amounts.tailMap(measure.plain()).entrySet()) {
      if (entry.getKey().measure() != measure) {
        break;
      }
      details.put(entry.getKey().detail(), entry.getValue());
    }
    return details;
  }
}
