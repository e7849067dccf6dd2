package dev.supportpulse.metrics.figure;

import dev.supportpulse.metrics.figure.Figure.Component;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Σ ωᵢ·xᵢ, built part by part; a part without a value makes the sum absent, naming the part. */
public final class WeightedSum {

  private final Map<String, Component> components = new LinkedHashMap<>();
  private Fraction value = Fraction.ZERO;
  private long n;
  private @Nullable String missing;

  /** Adds a part with its value. */
  public WeightedSum plus(String name, BigDecimal weight, Fraction part, long partN) {
    components.put(name, new Component(part, partN, weight));
    value = value.plus(Fraction.of(weight).times(part));
    n += partN;
    return this;
  }

  /** Adds a part that has no value; one of weight 0 isn't missed. */
  public WeightedSum without(String name, BigDecimal weight) {
    if (missing == null && weight.signum() != 0) {
      missing = name;
    }
    return this;
  }

  /** The sum; its n is that of all parts together. */
  public Figure figure() {
    return figure(n);
  }

  /** The sum, resting on that many observations. */
  public Figure figure(long observations) {
    if (components.isEmpty()) {
      return Figure.absent(Reason.NO_DATA);
    }
    if (missing != null) {
      return Figure.missing(missing);
    }
    return new Figure.Weighted(value, observations, Collections.unmodifiableMap(components));
  }
}
