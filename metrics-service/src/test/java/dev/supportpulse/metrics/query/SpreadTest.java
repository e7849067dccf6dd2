package dev.supportpulse.metrics.query;

import static dev.supportpulse.metrics.figure.Tallies.all;
import static dev.supportpulse.metrics.figure.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Three security cases and one about performance; 100 dollars that name no category. */
class SpreadTest {

  private static final GroupKey SECURITY = key("SECURITY", "PAID");
  private static final GroupKey PERFORMANCE = key("PERFORMANCE", "PAID");
  private static final GroupKey FREE = key("TRAINING", "FREE");
  private static final GroupKey NO_CATEGORY = key(null, "PAID");
  private static final GroupKey NEITHER = key(null, null);

  private final SortedMap<GroupKey, Map<Integer, Tally>> groups = new TreeMap<>();

  @Test
  void byVolumeACostGoesToTheGroupsThatAgreeWithItByCasesAndFeedbacks() {
    given(SECURITY, all(cases(2), tally(Measure.SENTIMENT, "USER/POSITIVE", 1, "1")));
    given(PERFORMANCE, cases(1));
    given(FREE, cases(4));
    given(NO_CATEGORY, cost("100.01"));
    spread(Attribution.VOLUME);
    assertThat(costOf(SECURITY)).isEqualByComparingTo("75.01");
    assertThat(costOf(PERFORMANCE)).isEqualByComparingTo("25.00");
    assertThat(costOf(FREE)).isZero();
    assertThat(costOf(NO_CATEGORY)).isZero();
  }

  @Test
  void byTimeItGoesByTheMinutesOfWork() {
    given(SECURITY, all(cases(9), effort("30")));
    given(PERFORMANCE, effort("90"));
    given(NEITHER, cost("8"));
    spread(Attribution.TIME);
    assertThat(costOf(SECURITY)).isEqualByComparingTo("2");
    assertThat(costOf(PERFORMANCE)).isEqualByComparingTo("6");
  }

  @Test
  void whatNobodyAgreesWithStaysWhereItIs() {
    given(FREE, cases(4));
    given(NO_CATEGORY, cost("100"));
    spread(Attribution.VOLUME);
    assertThat(costOf(NO_CATEGORY)).isEqualByComparingTo("100");
  }

  @Test
  void whatNamesItsDimensionsIsNotTouched() {
    given(SECURITY, all(cases(1), cost("5")));
    given(PERFORMANCE, cases(1));
    spread(Attribution.VOLUME);
    assertThat(costOf(SECURITY)).isEqualByComparingTo("5");
    assertThat(costOf(PERFORMANCE)).isZero();
  }

  @Property(tries = 200)
  void theTotalStaysTheSameToTheLastCent(
      @ForAll @IntRange(min = -100_000, max = 100_000) int cents,
      @ForAll @IntRange(max = 9) int security,
      @ForAll @IntRange(max = 9) int performance,
      @ForAll @IntRange(max = 9) int free) {
    groups.clear();
    given(SECURITY, cases(security));
    given(PERFORMANCE, cases(performance));
    given(FREE, cases(free));
    given(NO_CATEGORY, cost(BigDecimal.valueOf(cents, 2).toPlainString()));
    given(NEITHER, cost("0.01"));
    Tally before = total();
    spread(Attribution.VOLUME);
    assertThat(total()).isEqualTo(before);
  }

  private void given(GroupKey key, Tally tally) {
    groups.put(key, new HashMap<>(Map.of(0, tally)));
  }

  private void spread(Attribution attribution) {
    new Spread(groups, attribution).over(0, 1);
  }

  private BigDecimal costOf(GroupKey key) {
    return Objects.requireNonNull(groups.get(key))
        .getOrDefault(0, Tally.NONE)
        .total(Measure.COST)
        .sum();
  }

  private Tally total() {
    return groups.values().stream()
        .flatMap(group -> group.values().stream())
        .reduce(Tally.NONE, Tally::plus);
  }

  private static Tally cases(int n) {
    return Tally.of(Measure.CASES.plain(), new Amount(n, BigDecimal.ZERO));
  }

  private static Tally effort(String minutes) {
    return tally(Measure.EFFORT, "", 1, minutes);
  }

  private static Tally cost(String amount) {
    return tally(Measure.COST, "USD/FIXED", 1, amount);
  }

  private static GroupKey key(@Nullable String category, @Nullable String mode) {
    Map<Dimension, @Nullable String> values = new EnumMap<>(Dimension.class);
    values.put(Dimension.CATEGORY, category);
    values.put(Dimension.MODE, mode);
    return new GroupKey(values);
  }
}
