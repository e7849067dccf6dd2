package dev.supportpulse.metrics.figure;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights ωᵢ of a weighted figure, in the order of its formula: each in [0, 1], together
 * exactly 1.
 */
public record Weights(Map<String, BigDecimal> byName) {

  /**
   * Checks the rule.
   *
   * @throws IllegalArgumentException that says which weight breaks the rule
   */
  public Weights {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> entry : byName.entrySet()) {
      BigDecimal weight = entry.getValue();
      if (weight.signum() < 0 || weight.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException(
            "the weight of %s is %s: it must be from 0 to 1".formatted(entry.getKey(), weight));
      }
      sum = sum.add(weight);
    }
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException(
          "the weights sum to %s: they must sum to 1".formatted(sum.toPlainString()));
    }
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /** Three weights, as the formulas of requirements §2 have them. */
  public static Weights of(
      String a, String weightA, String b, String weightB, String c, String weightC) {
    Map<String, BigDecimal> byName = new LinkedHashMap<>();
    byName.put(a, new BigDecimal(weightA));
    byName.put(b, new BigDecimal(weightB));
    byName.put(c, new BigDecimal(weightC));
    return new Weights(byName);
  }

  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The weight of that part. */
  public BigDecimal of(String name) {
    BigDecimal weight = byName.get(name);
    if (weight == null) {
      throw new IllegalArgumentException("no weight for " + name);
    }
    return weight;
  }
}
