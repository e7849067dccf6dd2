package dev.supportpulse.classifier.mode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportAdvisorTest {

  private final SupportAdvisor advisor =
      new SupportAdvisor(
          List.of(
              SupportTool.KNOWLEDGE_BASE,
              SupportTool.ONLINE_CHAT,
              SupportTool.PHONE,
              SupportTool.REMOTE_DESKTOP));

  @ParameterizedTest
  @CsvSource({
    "USAGE_QUESTION, LOW, , FREE, everyday-need",
    "USAGE_QUESTION, LOW, community, FREE, everyday-need",
    "USAGE_QUESTION, LOW, STANDARD, HYBRID, customer",
    "USAGE_QUESTION, LOW, premium, PAID, premium-customer",
    "SECURITY, LOW, COMMUNITY, HYBRID, security-of-the-community",
    "SECURITY, LOW, STANDARD, PAID, security-of-a-customer",
    "TRAINING, LOW, COMMUNITY, PAID, training",
    "FEATURE_REQUEST, HIGH, COMMUNITY, FREE, feature-request",
    "FUNCTIONAL_DEFECT, HIGH, COMMUNITY, HYBRID, complex-need",
    "FUNCTIONAL_DEFECT, HIGH, STANDARD, PAID, complex-need-of-a-customer",
    "PERFORMANCE, MEDIUM, COMMUNITY, HYBRID, performance"
  })
  void choosesTheModeByTheFirstRuleThatApplies(
      NeedCategory category, Complexity complexity, String tier, SupportMode mode, String rule) {
    Advice advice = advisor.advise(Situation.of(category, complexity, tier));
    assertThat(advice.mode()).isEqualTo(mode);
    assertThat(advice.rule()).isEqualTo(rule);
    assertThat(advice.reason()).isNotBlank();
  }

  @Test
  void recommendsOnlyWhatIsOffered() {
    for (NeedCategory category : NeedCategory.values()) {
      for (Complexity complexity : Complexity.values()) {
        Advice advice = advisor.advise(Situation.of(category, complexity, "STANDARD"));
        assertThat(advisor.offered()).containsAll(advice.tools());
        assertThat(advice.tools()).isNotEmpty();
      }
    }
  }

  @Test
  void offersHandsOnHelpForComplexNeedsOfCustomers() {
    Advice advice =
        advisor.advise(
            Situation.of(NeedCategory.FUNCTIONAL_DEFECT, Complexity.HIGH, Situation.PREMIUM));
    assertThat(advice.tools())
        .containsExactly(SupportTool.ONLINE_CHAT, SupportTool.PHONE, SupportTool.REMOTE_DESKTOP);
  }

  @Test
  void namesRulesOnceAndEndsWithOneThatAlwaysApplies() {
    assertThat(ModeRule.ALL).extracting(ModeRule::name).doesNotHaveDuplicates();
    assertThat(ModeRule.ALL.get(ModeRule.ALL.size() - 1).name()).isEqualTo("everyday-need");
  }
}
