package dev.supportpulse.classifier.mode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.modefile.Rules;
import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.EstimateBasis;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Estimate;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.events.SupportStyle;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worked example of docs/modes.md, by the rule set that the page shows. */
class WorkedExampleTest {

  private static final String PAGE = Rules.text(Path.of("../docs/modes.md"));

  private static final ProjectHistory HISTORY =
      new ProjectHistory(
          Map.of(
              new CaseKind(NeedCategory.PERFORMANCE, Complexity.MEDIUM),
              new PastEffort(34, Duration.ofHours(4), Duration.ofHours(153))),
          60);

  private final RuleBook book = new RuleBook(Rules.of("demo", yaml()), Rules.shipped());

  @Test
  void pastCasesMakeItComplex() {
    Decision decision = book.decide(slow(), HISTORY);

    assertThat(decision.rule().name()).isEqualTo("slow-and-safety-critical");
    assertThat(decision.ruleSet()).isEqualTo("demo");
    assertThat(decision.version()).isEqualTo("2026-11-22");
    assertThat(decision.complexity()).isEqualTo(Complexity.HIGH);
    assertThat(decision.complexityFrom()).isEqualTo(EstimateBasis.PAST_CASES);
    assertThat(decision.past().cases()).isEqualTo(34);
    assertThat(decision.rule().mode()).isEqualTo(SupportMode.PAID);
    assertThat(decision.rule().style()).isEqualTo(SupportStyle.PROACTIVE);
    assertThat(decision.rule().firstResponse()).isEqualTo(Duration.ofHours(2));
    assertThat(decision.estimate())
        .isEqualTo(estimate("270.00", "590.00", "PT4H30M", EstimateBasis.PAST_CASES));
  }

  @Test
  void withoutPastCasesTheRuleSetAssumes() {
    Decision decision = book.decide(slow(), ProjectHistory.NONE);

    assertThat(decision.complexity()).isEqualTo(Complexity.MEDIUM);
    assertThat(decision.complexityFrom()).isEqualTo(EstimateBasis.TEXT);
    assertThat(decision.estimate())
        .isEqualTo(estimate("90.00", "230.00", "PT1H30M", EstimateBasis.RULE_SET));
  }

  @Test
  void aBusyTeamLeavesQuestionsToTheArticles() {
    Decision decision = book.decide(question("COMMUNITY"), HISTORY);

    assertThat(decision.rule().name()).isEqualTo("team-is-busy");
    assertThat(decision.rule().mode()).isEqualTo(SupportMode.FREE);
    assertThat(decision.estimate())
        .isEqualTo(estimate("3.00", "0.00", "PT30M", EstimateBasis.RULE_SET));
    assertThat(book.decide(question("COMMUNITY"), ProjectHistory.NONE).rule().name())
        .isEqualTo("everyday-need");
  }

  @Test
  void theDefaultIsBehindTheProjectsOwn() {
    Decision decision = book.decide(question("PREMIUM"), HISTORY);

    assertThat(decision.ruleSet()).isEqualTo(RuleSet.DEFAULT);
    assertThat(decision.rule().name()).isEqualTo("premium-customer");
    assertThat(decision.estimate())
        .isEqualTo(estimate("30.00", "110.00", "PT30M", EstimateBasis.RULE_SET));
  }

  @Test
  void thePageHasTheseFigures() {
    assertThat(PAGE)
        .contains("**270.00 EUR**", "**590.00 EUR**", "**90.00 EUR**", "**230.00 EUR**")
        .contains("**3.00 EUR**", "**0.00 EUR**", "**30.00 EUR**", "**110.00 EUR**");
  }

  private static String yaml() {
    String fence = "```yaml\n";
    int from = PAGE.indexOf(fence) + fence.length();
    return PAGE.substring(from, PAGE.indexOf("```", from));
  }

  private static Situation slow() {
    return Situation.of(NeedCategory.PERFORMANCE, Set.of(), Complexity.MEDIUM, "STANDARD");
  }

  private static Situation question(String tier) {
    return Situation.of(NeedCategory.USAGE_QUESTION, Set.of(), Complexity.LOW, tier);
  }

  private static Estimate estimate(String cost, String price, String effort, EstimateBasis from) {
    return new Estimate(
        "EUR", new BigDecimal(cost), new BigDecimal(price), Duration.parse(effort), from);
  }
}
