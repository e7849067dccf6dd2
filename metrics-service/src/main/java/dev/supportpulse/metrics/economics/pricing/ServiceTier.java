package dev.supportpulse.metrics.economics.pricing;

import dev.supportpulse.events.Channel;
import dev.supportpulse.events.Complexity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What customers of a tier are promised, and what they pay.
 *
 * @param firstResponse a case is answered within this time; null is no promise
 * @param hours when support is there, in words such as "24x7"; null if nothing is said
 * @param channels on which they may ask; empty for all
 * @param includedCases cases each month that the fee pays for, at least 0
 * @param monthlyFee at least 0
 * @param perCase price of each case beyond, by complexity; what has no price is free
 * @param perUsage price of each unit used, by action
 */
public record ServiceTier(
    @Nullable Duration firstResponse,
    @Nullable String hours,
    Set<Channel> channels,
    int includedCases,
    BigDecimal monthlyFee,
    Map<Complexity, BigDecimal> perCase,
    Map<String, BigDecimal> perUsage) {

  public ServiceTier {
    channels = Set.copyOf(channels);
    perCase = Map.copyOf(perCase);
    perUsage = Map.copyOf(perUsage);
  }

  /** What one customer took. */
  public record Consumption(
      int months, Map<Complexity, Integer> cases, Map<String, BigDecimal> usage) {
    public Consumption {
      cases = Map.copyOf(cases);
      usage = Map.copyOf(usage);
    }
  }

  /**
   * A price and what it is made of.
   *
   * @param billedCases cases beyond the included ones, by complexity
   */
  public record Quote(
      BigDecimal fee, BigDecimal cases, BigDecimal usage, Map<Complexity, Integer> billedCases) {
    public Quote {
      billedCases = Map.copyOf(billedCases);
    }

    public BigDecimal total() {
      return fee.add(cases).add(usage);
    }
  }
}
