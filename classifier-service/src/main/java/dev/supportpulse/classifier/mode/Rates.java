package dev.supportpulse.classifier.mode;

import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.EstimateBasis;
import dev.supportpulse.events.NeedClassified.Estimate;
import dev.supportpulse.events.SupportMode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;

/**
 * What work costs and what is asked for it, in one currency; exact amounts, not negative.
 *
 * @param currency ISO 4217
 * @param hour what an hour of the team costs
 * @param effort of a case of each complexity, while past cases tell too little
 * @param modes for each of them
 */
public record Rates(
    Currency currency,
    BigDecimal hour,
    Map<Complexity, Duration> effort,
    Map<SupportMode, Charge> modes) {

  private static final BigDecimal HOUR_SECONDS = BigDecimal.valueOf(3600);

  public Rates {
    effort = Map.copyOf(effort);
    modes = Map.copyOf(modes);
  }

  /**
   * What a mode charges.
   *
   * @param teamShare which part of the work is the team's, in [0, 1]; the community does the rest
   * @param perCase fixed part of the price
   * @param perHour of the team's work
   */
  public record Charge(BigDecimal teamShare, BigDecimal perCase, BigDecimal perHour) {}

  /** By what the rule set assumes of the complexity. */
  Estimate assumed(SupportMode mode, Complexity complexity) {
    return of(mode, Objects.requireNonNull(effort.get(complexity)), EstimateBasis.RULE_SET);
  }

  /** By the mean effort of past cases. */
  Estimate learned(SupportMode mode, Duration mean) {
    return of(mode, mean, EstimateBasis.PAST_CASES);
  }

  /**
   * Cost = effort · teamShare · hour; price = perCase + effort · teamShare · perHour; both rounded
   * half to even, to the digits of the currency.
   */
  private Estimate of(SupportMode mode, Duration each, EstimateBasis from) {
    Charge charge = Objects.requireNonNull(modes.get(mode));
    BigDecimal teamSeconds = BigDecimal.valueOf(each.toSeconds()).multiply(charge.teamShare());
    return new Estimate(
        currency.getCurrencyCode(),
        rounded(perHour(teamSeconds, hour)),
        rounded(charge.perCase().add(perHour(teamSeconds, charge.perHour()))),
        each,
        from);
  }

  private static BigDecimal perHour(BigDecimal seconds, BigDecimal rate) {
    return seconds.multiply(rate).divide(HOUR_SECONDS, MathContext.DECIMAL128);
  }

  private BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(
        Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_EVEN);
  }
}
