package dev.supportpulse.metrics.economics.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ErlangCTest {

  @Test
  void oneServerIsTheSimpleQueue() {
    assertThat(ErlangC.waitingProbability(1, 0.75)).isEqualTo(0.75, within(1e-12));
    assertThat(ErlangC.meanWait(1, 0.75, 1.5).orElseThrow()).isEqualTo(4.5, within(1e-12));
  }

  /** a = 1, c = 2: C = (1/2 · 2) / (1 + 1 + 1/2 · 2) = 1/3; W = s/3. */
  @Test
  void twoServersByHand() {
    assertThat(ErlangC.waitingProbability(2, 1)).isEqualTo(1.0 / 3, within(1e-12));
    assertThat(ErlangC.meanWait(2, 1, 3).orElseThrow()).isEqualTo(1, within(1e-12));
  }

  @Test
  void aQueueThatGetsMoreThanItCanServeGrowsWithoutEnd() {
    assertThat(ErlangC.meanWait(3, 3, 1)).isEmpty();
    assertThat(ErlangC.waitingProbability(3, 4)).isEqualTo(1);
    assertThat(ErlangC.meanWait(0, 1, 1)).isEmpty();
    assertThat(ErlangC.highestLoad(0, 1, 8)).isZero();
  }

  @Property(tries = 200)
  void agreesWithTheSumOfTheTextbook(
      @ForAll @IntRange(min = 1, max = 60) int staff,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double utilisation) {
    double load = staff * utilisation;
    double term = 1;
    double sum = 0;
    for (int k = 0; k < staff; k++) {
      sum += term;
      term *= load / (k + 1);
    }
    double waiting = term / (1 - utilisation);

    assertThat(ErlangC.waitingProbability(staff, load))
        .isEqualTo(waiting / (sum + waiting), within(1e-9));
  }

  @Property(tries = 200)
  void theHighestLoadIsTheOneThatWaitsAsLongAsPromised(
      @ForAll @IntRange(min = 1, max = 200) int staff,
      @ForAll @DoubleRange(min = 0.05, max = 100) double service,
      @ForAll @DoubleRange(min = 0.05, max = 100) double wait) {
    double load = ErlangC.highestLoad(staff, service, wait);

    assertThat(load).isLessThan(staff);
    assertThat(ErlangC.meanWait(staff, load, service).orElseThrow())
        .isLessThanOrEqualTo(wait)
        .isCloseTo(wait, within(1e-3 * wait));
  }

  @Property(tries = 100)
  void oneFewerWouldNotKeepThePromise(
      @ForAll @DoubleRange(min = 0.1, max = 40) double load,
      @ForAll @DoubleRange(min = 0.1, max = 10) double service,
      @ForAll @DoubleRange(min = 0.1, max = 10) double wait) {
    int staff = ErlangC.fewestStaff(load, service, wait);

    assertThat(ErlangC.meanWait(staff, load, service).orElseThrow()).isLessThanOrEqualTo(wait);
    assertThat(ErlangC.meanWait(staff - 1, load, service).orElse(Double.POSITIVE_INFINITY))
        .isGreaterThan(wait);
  }

  @Test
  void twiceTheTeamCarriesMoreThanTwiceTheLoad() {
    double[] loads =
        IntStream.rangeClosed(1, 8).mapToDouble(c -> ErlangC.highestLoad(c, 1, 0.5)).toArray();

    assertThat(loads[1]).isGreaterThan(2 * loads[0]);
    assertThat(loads[7]).isGreaterThan(2 * loads[3]);
  }
}
