package dev.supportpulse.classifier.modefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.classifier.mode.Condition;
import dev.supportpulse.classifier.mode.EffortScale;
import dev.supportpulse.classifier.mode.ModeRule;
import dev.supportpulse.classifier.mode.RuleSet;
import dev.supportpulse.classifier.mode.Team;
import dev.supportpulse.classifier.need.SecondaryNeed;
import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.events.SupportStyle;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {

  private static final String OWN =
      """
      version: "7"
      traits: [library]
      team: {people: 3, hoursPerWeek: 30}
      pastCases: {enough: 20, mediumFrom: PT45M, highFrom: PT3H}
      rates:
        currency: EUR
        hour: "60"
        effort: {LOW: PT30M, MEDIUM: PT1H, HIGH: PT6H}
        modes:
          FREE: {teamShare: 0.1, perCase: "0", perHour: "0"}
          HYBRID: {teamShare: 0.5, perCase: "20", perHour: "90"}
          PAID: {teamShare: 1, perCase: "50", perHour: "120"}
      rules:
        - name: slow
          when:
            category: [PERFORMANCE, SECURITY]
            secondary: [UPGRADE]
            complexity: [HIGH]
            tier: [GOLD]
            notTier: [COMMUNITY]
            traits: [library]
            pastEffort: PT2H
            backlogWeeks: 1.5
          mode: PAID
          style: PROACTIVE
          firstResponse: PT2H
          resolution: PT48H
          escalation: [support team, engineering]
          tools: [phone]
          reason: slowness spreads
        - name: rest
          mode: FREE
          style: SELF_SERVICE
          escalation: [community]
          reason: the community answers
      """;

  @Test
  void readsEverything() {
    RuleSet set = Rules.of("demo", OWN);

    assertThat(set.name()).isEqualTo("demo");
    assertThat(set.version()).isEqualTo("7");
    assertThat(set.traits()).containsExactly("library");
    assertThat(set.team()).isEqualTo(new Team(3, BigDecimal.valueOf(30)));
    assertThat(set.pastCases())
        .isEqualTo(new EffortScale(20, Duration.ofMinutes(45), Duration.ofHours(3)));
    assertThat(set.rates()).isNotNull();
    assertThat(set.isTotal()).isTrue();
    assertThat(set.rules().get(0))
        .isEqualTo(
            new ModeRule(
                "slow",
                new Condition(
                    Set.of(NeedCategory.PERFORMANCE, NeedCategory.SECURITY),
                    Set.of(SecondaryNeed.UPGRADE),
                    Set.of(Complexity.HIGH),
                    Set.of("GOLD"),
                    Set.of("COMMUNITY"),
                    Set.of("library"),
                    Duration.ofHours(2),
                    1.5),
                SupportMode.PAID,
                SupportStyle.PROACTIVE,
                Duration.ofHours(2),
                Duration.ofHours(48),
                List.of("support team", "engineering"),
                List.of("phone"),
                "slowness spreads"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          version: "7" => version: 7 => /version is required
          traits: [library] => traits: [Library] => /traits/0 must be a list of names
          people: 3 => people: 0 => /team/people must be a whole number
          hoursPerWeek: 30 => hoursPerWeek: 200 => /team/hoursPerWeek must be a number from 0 to 168
          hoursPerWeek: 30 => hoursPerWeek: 0 => /team/hoursPerWeek must be above 0
          enough: 20 => enough: many => /pastCases/enough must be a whole number
          highFrom: PT3H => highFrom: PT40M => /pastCases/highFrom must be longer
          currency: EUR => currency: OIL => /rates/currency must be ISO 4217
          hour: "60" => hour: 60 => /rates/hour must be an amount in quotes
          perCase: "50" => perCase: "-1" => /rates/modes/PAID/perCase must be an amount
          teamShare: 0.5 => teamShare: 1.5 => /rates/modes/HYBRID/teamShare must be a number from 0 to 1
          , HIGH: PT6H => `` => /rates/effort/HIGH must be an ISO 8601 duration
          [PERFORMANCE, SECURITY] => [SLOWNESS] => rule "slow": /rules/0/when/category/0 must be one of
          secondary: [UPGRADE] => secondary: [] => rule "slow": /rules/0/when/secondary must be a list
          tier: [GOLD] => tier: [gold] => rule "slow": /rules/0/when/tier/0 must be a list of customer tiers
          pastEffort: PT2H => pastEffort: long => rule "slow": /rules/0/when/pastEffort must be an ISO 8601
          backlogWeeks: 1.5 => backlogWeeks: "1" => rule "slow": /rules/0/when/backlogWeeks must be a number
          backlogWeeks => mood => rule "slow": /rules/0/when/mood is not a field here
          mode: PAID => mode: CHEAP => rule "slow": /rules/0/mode must be one of [FREE, PAID, HYBRID]
          style: PROACTIVE => style: KIND => rule "slow": /rules/0/style must be one of
          firstResponse: PT2H => firstResponse: -PT2H => rule "slow": /rules/0/firstResponse must be
          [support team, engineering] => [] => rule "slow": /rules/0/escalation must be a list of 1 to 10
          [support team, engineering] => [a, a] => rule "slow": /rules/0/escalation/1 must be
          tools: [phone] => tools: [pigeon] => rule "slow": /rules/0/tools/0 must be a list of some of
          reason: slowness spreads => reason: " " => rule "slow": /rules/0/reason is required
          name: rest => name: slow => rule "slow": /rules/1/name is that of an earlier rule
          name: rest => name: The Rest => rule "The Rest": /rules/1/name must be of lower-case
          name: rest => when: {} => rule "?": /rules/1/name is required
          rules: => rulez: => /rulez is not a field here
          version: "7" => version: "7" : => is no YAML
          reason: slowness spreads => reason: a␇b => is no YAML
          """)
  void namesFileRuleFieldAndRemedy(String was, String becomes, String message) {
    String wrong = OWN.replace(was, becomes.replace("␇", "\007"));

    assertThat(wrong).isNotEqualTo(OWN);
    assertThatThrownBy(() -> Rules.of("demo", wrong))
        .isInstanceOf(RuleFault.class)
        .hasMessageStartingWith("demo.yaml: " + (message.startsWith("is no YAML") ? "" : message))
        .hasMessageContaining(message);
  }

  @Test
  void refusesARuleThatHidesThoseAfterIt() {
    String rest = OWN.substring(OWN.indexOf("  - name: rest"));

    assertThatThrownBy(() -> Rules.of("demo", OWN + rest.replace("rest", "more")))
        .hasMessageContaining("rule \"rest\": /rules/1/when is required");
    assertThatThrownBy(
            () -> Rules.of("demo", OWN.replace("name: rest", "name: rest\n    when: {}")))
        .hasMessageContaining("rule \"rest\": /rules/1/when must have a condition");
  }

  @Test
  void theDefaultHasARuleForEveryNeed() {
    String partial = OWN.substring(0, OWN.indexOf("  - name: rest"));

    assertThat(Rules.of("demo", partial).isTotal()).isFalse();
    assertThatThrownBy(() -> Rules.of(RuleSet.DEFAULT, partial))
        .hasMessageContaining("_default.yaml: rule \"slow\": /rules/0/when must be left out");
  }

  @Test
  void refusesMoreRulesThanAreAllowedAndNothingAtAll() {
    assertThatThrownBy(() -> new RuleFile(Set.of("phone"), 1).read("a.yaml", "a", OWN))
        .hasMessageContaining("/rules must be a list of 1 to 1");
    assertThatThrownBy(() -> Rules.of("demo", "")).isInstanceOf(RuleFault.class);
    assertThatThrownBy(() -> Rules.of("demo", "- a\n- b")).isInstanceOf(RuleFault.class);
  }

  @Test
  void whatIsDeployedIsWhatShips() {
    String deployed = Rules.text(Path.of("../deploy/modes/rules/_default.yaml"));

    assertThat(Rules.of(RuleSet.DEFAULT, deployed)).isEqualTo(Rules.shipped());
  }
}
