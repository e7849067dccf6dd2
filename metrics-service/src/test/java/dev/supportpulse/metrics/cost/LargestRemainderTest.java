package dev.supportpulse.metrics.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Parts sum to the whole, and none is a unit away from its share. */
class LargestRemainderTest {

  @Test
  void theCentsLeftOverGoToTheLargestRemainders() {
    assertThat(split("100.00", 1, 1, 1)).containsExactly("33.34", "33.33", "33.33");
    assertThat(split("-100.00", 1, 1, 1)).containsExactly("-33.34", "-33.33", "-33.33");
    assertThat(split("0.05", 1, 2, 0)).containsExactly("0.02", "0.03", "0.00");
  }

  @Test
  void nothingIsSplitByNothing() {
    assertThatThrownBy(() -> split("1.00", 0, 0)).hasMessageContaining("not all of them 0");
  }

  @Property(tries = 500)
  void partsSumToTheWholeAndKeepTheirShare(
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int cents,
      @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 50) Integer> weights) {
    long total = weights.stream().mapToLong(Integer::longValue).sum();
    if (total == 0) {
      return;
    }
    BigDecimal amount = BigDecimal.valueOf(cents, 2);
    List<BigDecimal> parts =
        LargestRemainder.split(amount, 2, weights.stream().map(BigDecimal::valueOf).toList());
    assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(amount);
    for (int i = 0; i < weights.size(); i++) {
      double share = cents / 100.0 * weights.get(i) / total;
      assertThat(Math.abs(parts.get(i).doubleValue() - share)).isLessThan(0.01);
    }
  }

  private static List<String> split(String amount, int... weights) {
    return LargestRemainder.split(
            new BigDecimal(amount),
            2,
            Arrays.stream(weights).mapToObj(BigDecimal::valueOf).toList())
        .stream()
        .map(BigDecimal::toPlainString)
        .toList();
  }
}
