package dev.supportpulse.metrics.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FractionTest {

  @Test
  void roundsOnceAtTheEnd() {
    Fraction sum = Fraction.ZERO;
    for (int i = 0; i < 10; i++) {
      sum = sum.plus(Fraction.of(new BigDecimal("0.1")));
    }
    assertThat(sum.toDouble()).isEqualTo(1.0);
  }

  @Property(tries = 300)
  void obeysTheLawsOfArithmetic(
      @ForAll @IntRange(min = -1000, max = 1000) int a,
      @ForAll @IntRange(min = 1, max = 1000) int b,
      @ForAll @IntRange(min = -1000, max = 1000) int c) {
    Fraction x = Fraction.of(a).over(Fraction.of(b));
    Fraction y = Fraction.of(c);
    assertThat(x.plus(y)).isEqualTo(y.plus(x));
    assertThat(x.plus(y).minus(y)).isEqualTo(x);
    assertThat(x.times(Fraction.of(b))).isEqualTo(Fraction.of(a));
    assertThat(x.toDouble()).isEqualTo((double) a / b);
  }
}
