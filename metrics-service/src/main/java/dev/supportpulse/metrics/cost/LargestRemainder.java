package dev.supportpulse.metrics.cost;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits an amount in proportion to weights so that the parts sum to it exactly: each part is
 * rounded down to the unit, and the units left over go to the largest remainders, the first of
 * equal ones first (Hamilton's method).
 */
public final class LargestRemainder {

  private LargestRemainder() {}

  /**
   * One part for each weight.
   *
   * @param scale how many decimals the unit has; at least those of the amount
   * @param weights at least 0, not all of them 0
   */
  public static List<BigDecimal> split(BigDecimal amount, int scale, List<BigDecimal> weights) {
    BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
      throw new IllegalArgumentException("weights are at least 0, and not all of them 0");
    }
    BigDecimal units =
        new BigDecimal(amount.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().abs());
    List<BigInteger> parts = new ArrayList<>();
    List<BigDecimal> remainders = new ArrayList<>();
    BigDecimal left = units;
    for (BigDecimal weight : weights) {
      BigDecimal[] share = units.multiply(weight).divideAndRemainder(total);
      parts.add(share[0].toBigIntegerExact());
      remainders.add(share[1]);
      left = left.subtract(share[0]);
    }
    List<Integer> largestFirst =
        IntStream.range(0, weights.size())
            .boxed()
            .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
            .toList();
    for (int i = 0; i < left.intValueExact(); i++) {
      int place = largestFirst.get(i);
      parts.set(place, parts.get(place).add(BigInteger.ONE));
    }
    return parts.stream()
        .map(part -> new BigDecimal(amount.signum() < 0 ? part.negate() : part, scale))
        .toList();
  }
}
