package dev.supportpulse.classifier.mode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.modefile.RuleFile;
import dev.supportpulse.classifier.modefile.Rules;
import dev.supportpulse.classifier.tool.ProvenTools;
import dev.supportpulse.classifier.tool.ToolTally;
import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportAdvisorTest {

  private final ProvenTools proven = new ProvenTools(List.of("war-room"), 0.5, 0.95);

  private final SupportAdvisor advisor =
      new SupportAdvisor(
          List.of(
              SupportTool.KNOWLEDGE_BASE,
              SupportTool.ONLINE_CHAT,
              SupportTool.PHONE,
              SupportTool.REMOTE_DESKTOP),
          new RuleBooks(Rules.shipped()),
          new Histories(),
          proven);

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
    Advice advice = advisor.advise(null, Situation.of(category, Set.of(), complexity, tier));
    assertThat(advice.mode()).isEqualTo(mode);
    assertThat(advice.support().rule()).isEqualTo(rule);
    assertThat(advice.support().reason()).isNotBlank();
    assertThat(advice.support().escalation()).isNotEmpty();
    assertThat(advice.support().ruleSet()).isEqualTo("_default");
    assertThat(advice.support().ruleSetVersion()).isEqualTo("1");
  }

  @Test
  void recommendsOnlyWhatIsOffered() {
    for (NeedCategory category : NeedCategory.values()) {
      for (Complexity complexity : Complexity.values()) {
        Advice advice =
            advisor.advise(null, Situation.of(category, Set.of(), complexity, "STANDARD"));
        assertThat(advisor.offered().stream().map(SupportTool::id)).containsAll(advice.tools());
        assertThat(advice.tools()).isNotEmpty();
      }
    }
  }

  @Test
  void offersHandsOnHelpForComplexNeedsOfCustomers() {
    Advice advice =
        advisor.advise(
            null,
            Situation.of(NeedCategory.FUNCTIONAL_DEFECT, Set.of(), Complexity.HIGH, "PREMIUM"));
    assertThat(advice.tools()).containsExactly("online-chat", "phone", "remote-desktop");
  }

  @Test
  void recommendsWhatHelpedMostFirstAndToolsOfOnesOwnThatDid() {
    Situation slow = Situation.of(NeedCategory.PERFORMANCE, Set.of(), Complexity.LOW, null);
    assertThat(advisor.advise("demo", slow).tools())
        .containsExactly("knowledge-base", "online-chat");

    proven.use(
        Map.of(
            "demo",
            List.of(
                new ToolTally("war-room", NeedCategory.PERFORMANCE, 11, 0),
                new ToolTally("online-chat", NeedCategory.PERFORMANCE, 70, 20),
                new ToolTally("phone", NeedCategory.PERFORMANCE, 99, 0))));

    // A phone is none of the free ones, however well it does.
    assertThat(advisor.advise("demo", slow).tools())
        .containsExactly("war-room", "online-chat", "knowledge-base");
    assertThat(advisor.advise("other", slow).tools())
        .containsExactly("knowledge-base", "online-chat");
  }

  @Test
  void recommendsTheToolsThatARuleNames() {
    RuleBooks books = new RuleBooks(Rules.shipped());
    books.use(
        Rules.shipped(),
        Map.of(
            "demo",
            new RuleFile(Set.of("war-room"), 9)
                .read(
                    "demo.yaml",
                    "demo",
                    """
                    version: "1"
                    rules:
                      - name: crisis
                        when: {category: [SECURITY]}
                        mode: PAID
                        style: PROACTIVE
                        escalation: [security team]
                        tools: [war-room]
                        reason: everybody at one table
                    """)));
    SupportAdvisor ofDemo = new SupportAdvisor(List.of(), books, new Histories(), proven);
    Situation breach = Situation.of(NeedCategory.SECURITY, Set.of(), Complexity.LOW, null);

    assertThat(ofDemo.advise("demo", breach).tools()).containsExactly("war-room");
    assertThat(ofDemo.advise("other", breach).tools()).isEmpty();
  }
}
