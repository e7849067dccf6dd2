package dev.supportpulse.metrics.economics.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Complexity;
import dev.supportpulse.metrics.economics.pricing.ServiceTier.Consumption;
import dev.supportpulse.metrics.economics.pricing.ServiceTier.Quote;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PricingTest {

  private static final ServiceTier PREMIUM =
      new ServiceTier(
          null,
          null,
          Set.of(),
          2,
          new BigDecimal("500"),
          Map.of(Complexity.LOW, new BigDecimal("20"), Complexity.HIGH, new BigDecimal("150.50")),
          Map.of("hour", new BigDecimal("80")));

  /** Three months include six cases: five simple ones and one of seven hard ones. */
  @Test
  void feeCasesBeyondThoseIncludedAndUsage() {
    Quote quote =
        Pricing.quote(
            PREMIUM,
            new Consumption(
                3,
                Map.of(Complexity.LOW, 5, Complexity.HIGH, 7),
                Map.of("hour", new BigDecimal("1.5"), "gigabyte", BigDecimal.TEN)));

    assertThat(quote.fee()).isEqualByComparingTo("1500");
    assertThat(quote.billedCases())
        .containsEntry(Complexity.LOW, 0)
        .containsEntry(Complexity.HIGH, 6);
    assertThat(quote.cases()).isEqualByComparingTo("903");
    assertThat(quote.usage()).isEqualByComparingTo("120");
    assertThat(quote.total()).isEqualByComparingTo("2523");
  }

  @Test
  void whoTakesNothingPaysTheFee() {
    assertThat(Pricing.quote(PREMIUM, new Consumption(1, Map.of(), Map.of())).total())
        .isEqualByComparingTo("500");
  }
}
