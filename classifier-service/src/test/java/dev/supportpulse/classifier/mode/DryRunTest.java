package dev.supportpulse.classifier.mode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.modefile.Rules;
import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DryRunTest {

  private static final String RULES =
      """
      version: "%s"
      rates:
        currency: %s
        hour: "60"
        effort: {LOW: PT30M, MEDIUM: PT1H, HIGH: PT6H}
        modes:
          FREE: {teamShare: 0.1, perCase: "0", perHour: "0"}
          HYBRID: {teamShare: 0.5, perCase: "20", perHour: "90"}
          PAID: {teamShare: 1, perCase: "50", perHour: "120"}
      rules:
        - name: slow
          when: {category: [PERFORMANCE]}
          mode: %s
          style: REACTIVE
          escalation: [team]
          reason: %s
      """;

  private static final RuleBook IN_FORCE = book("1", "EUR", SupportMode.FREE, "it was so");

  @Test
  void countsMovesAndMoney() {
    DryRun run = run(book("2", "EUR", SupportMode.PAID, "it pays"), 1);
    run.add(need("a", NeedCategory.PERFORMANCE));
    run.add(need("b", NeedCategory.PERFORMANCE));
    run.add(need("c", NeedCategory.USAGE_QUESTION));

    DryRun.Report report = run.report();

    assertThat(report.needs()).isEqualTo(3);
    assertThat(report.changed()).isEqualTo(2);
    DryRun.Move kept = new DryRun.Move(SupportMode.FREE, SupportMode.FREE);
    DryRun.Move sold = new DryRun.Move(SupportMode.FREE, SupportMode.PAID);
    assertThat(report.moves()).isEqualTo(Map.of(kept, 1L, sold, 2L));
    assertThat(report.byCategory())
        .isEqualTo(
            Map.of(
                NeedCategory.PERFORMANCE, Map.of(sold, 2L),
                NeedCategory.USAGE_QUESTION, Map.of(kept, 1L)));
    // Half an hour each: FREE costs 3, PAID costs 30 and brings 50 + 60.
    MoneyChange money = Objects.requireNonNull(report.money().get("EUR"));
    assertThat(money.inForce()).isEqualTo(money(3, "9.00", "0.00"));
    assertThat(money.proposed()).isEqualTo(money(3, "63.00", "220.00"));
    assertThat(money.cost()).isEqualTo("54.00");
    assertThat(money.price()).isEqualTo("220.00");
    assertThat(report.samples()).hasSize(1);
    assertThat(report.samples().get(0).need().id()).isEqualTo("a");
    assertThat(report.samples().get(0).proposed().rule().reason()).isEqualTo("it pays");
  }

  @Test
  void theSameSupportForAnotherReasonIsNoChange() {
    DryRun run = run(book("2", "EUR", SupportMode.FREE, "it is so"), 9);
    run.add(need("a", NeedCategory.PERFORMANCE));

    assertThat(run.report().changed()).isZero();
    assertThat(run.report().samples()).isEmpty();
  }

  @Test
  void currenciesAreNotMixed() {
    DryRun run = run(book("2", "JPY", SupportMode.PAID, "it pays"), 9);
    run.add(need("a", NeedCategory.PERFORMANCE));

    assertThat(run.report().money())
        .isEqualTo(
            Map.of(
                "EUR", new MoneyChange(money(1, "3.00", "0.00"), Money.NONE),
                "JPY", new MoneyChange(Money.NONE, money(1, "30", "110"))));
  }

  private static DryRun run(RuleBook proposed, int samples) {
    return new DryRun(IN_FORCE, proposed, ProjectHistory.NONE, samples);
  }

  private static RuleBook book(String version, String currency, SupportMode mode, String reason) {
    return new RuleBook(
        Rules.of("demo", RULES.formatted(version, currency, mode, reason)), Rules.shipped());
  }

  private static Money money(long needs, String cost, String price) {
    return new Money(needs, new BigDecimal(cost), new BigDecimal(price));
  }

  private static ObservedNeed need(String id, NeedCategory category) {
    return new ObservedNeed(
        "demo",
        Identity.of("demo", "/desk", id),
        "/desk",
        id,
        null,
        Situation.of(category, Set.of(), Complexity.LOW, null),
        Instant.EPOCH);
  }
}
