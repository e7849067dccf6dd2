package dev.supportpulse.metrics.economics.pricing;

import dev.supportpulse.events.Complexity;
import dev.supportpulse.metrics.economics.pricing.ServiceTier.Consumption;
import dev.supportpulse.metrics.economics.pricing.ServiceTier.Quote;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * Price = months · fee + Σ price of each case beyond those included + Σ price · usage (source 001
 * §9.2: by service level, response time and complexity). The included cases of all months are taken
 * off the simplest cases first, so the price doesn't depend on when cases came.
 */
public final class Pricing {

  private Pricing() {}

  /** What a customer of the tier pays; exact. */
  public static Quote quote(ServiceTier tier, Consumption taken) {
    long included = (long) tier.includedCases() * taken.months();
    BigDecimal cases = BigDecimal.ZERO;
    Map<Complexity, Integer> billed = new EnumMap<>(Complexity.class);
    for (Complexity complexity : Complexity.values()) {
      int count = taken.cases().getOrDefault(complexity, 0);
      int free = (int) Math.min(count, included);
      included -= free;
      billed.put(complexity, count - free);
      BigDecimal price = tier.perCase().getOrDefault(complexity, BigDecimal.ZERO);
      cases = cases.add(price.multiply(BigDecimal.valueOf(count - free)));
    }
    BigDecimal usage = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> used : taken.usage().entrySet()) {
      BigDecimal price = tier.perUsage().getOrDefault(used.getKey(), BigDecimal.ZERO);
      usage = usage.add(price.multiply(used.getValue()));
    }
    BigDecimal fee = tier.monthlyFee().multiply(BigDecimal.valueOf(taken.months()));
    return new Quote(fee, cases, usage, billed);
  }
}
