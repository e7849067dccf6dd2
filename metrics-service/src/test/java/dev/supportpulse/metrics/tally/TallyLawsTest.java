package dev.supportpulse.metrics.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A tally is a commutative group, so neither order nor retraction can change a sum. */
class TallyLawsTest {

  private static final Measure[] MEASURES = Measure.values();

  @Property(tries = 300)
  void plusIsAssociativeAndCommutative(@ForAll long seed) {
    Random random = new Random(seed);
    Tally a = tally(random);
    Tally b = tally(random);
    Tally c = tally(random);

    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
  }

  @Property(tries = 300)
  void whatIsRetractedLeavesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    Tally a = tally(random);
    Tally b = tally(random);

    assertThat(a.plus(Tally.NONE)).isEqualTo(a);
    assertThat(a.plus(b).plus(a.negated())).isEqualTo(b);
    assertThat(a.plus(a.negated())).isEqualTo(Tally.NONE);
  }

  @Property(tries = 300)
  void theDetailsOfAMeasureAddUpToItsTotal(@ForAll long seed) {
    Tally tally = tally(new Random(seed));

    Amount sum = Amount.NONE;
    for (Measure measure : MEASURES) {
      assertThat(tally.details(measure).values().stream().reduce(Amount.NONE, Amount::plus))
          .isEqualTo(tally.total(measure));
      sum = sum.plus(tally.total(measure));
    }
    assertThat(tally.amounts().values().stream().reduce(Amount.NONE, Amount::plus)).isEqualTo(sum);
  }

  private static Tally tally(Random random) {
    Tally tally = Tally.NONE;
    for (int i = random.nextInt(6); i > 0; i--) {
      MeasureKey key = MEASURES[random.nextInt(MEASURES.length)].of("d" + random.nextInt(3));
      BigDecimal sum = BigDecimal.valueOf(random.nextInt(20_000) - 10_000, random.nextInt(5));
      tally = tally.plus(Tally.of(key, new Amount(random.nextInt(7) - 3, sum)));
    }
    return tally;
  }
}
