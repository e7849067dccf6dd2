package dev.supportpulse.classifier.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.classifier.modefile.Rules;
import dev.supportpulse.classifier.need.SecondaryNeed;
import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.EstimateBasis;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.events.SupportStyle;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class RuleBookTest {

  private static final CaseKind KIND = new CaseKind(NeedCategory.SECURITY, Complexity.LOW);
  private static final Situation SITUATION =
      Situation.of(KIND.category(), Set.of(SecondaryNeed.UPGRADE), KIND.complexity(), "GOLD");

  /** Whatever the rules, the need and the history are. */
  @Property(tries = 300)
  void theFirstRuleThatHoldsDecidesAndThereAlwaysIsOne(
      @ForAll("conditions") List<Condition> own,
      @ForAll("conditions") List<Condition> fallback,
      @ForAll("situations") Situation situation,
      @ForAll("histories") ProjectHistory history) {
    RuleSet mine = set("demo", own);
    List<Condition> total = new ArrayList<>(fallback);
    total.add(Condition.ALWAYS);
    RuleSet theirs = set(RuleSet.DEFAULT, total);

    Decision decision = new RuleBook(mine, theirs).decide(situation, history);

    RuleSet from = decision.ruleSet().equals("demo") ? mine : theirs;
    int at = from.rules().indexOf(decision.rule());
    List<ModeRule> before = new ArrayList<>(from.equals(mine) ? List.of() : mine.rules());
    before.addAll(from.rules().subList(0, at));
    assertThat(only(decision.rule(), situation, history)).isTrue();
    assertThat(before).noneMatch(rule -> only(rule, situation, history));
  }

  @Example
  void everyConditionHoldsByItselfOrNot() {
    assertHolds(
        new Condition(
            Set.of(NeedCategory.SECURITY),
            Set.of(SecondaryNeed.UPGRADE, SecondaryNeed.USE),
            Set.of(Complexity.LOW),
            Set.of("GOLD"),
            Set.of("COMMUNITY"),
            Set.of("library"),
            Duration.ofHours(1),
            2.0),
        true);
    Condition all = Condition.ALWAYS;
    assertHolds(with(all, Set.of(NeedCategory.OTHER), Set.of(), Set.of()), false);
    assertHolds(with(all, Set.of(), Set.of(SecondaryNeed.USE), Set.of()), false);
    assertHolds(with(all, Set.of(), Set.of(), Set.of(Complexity.HIGH)), false);
    assertHolds(tiers(Set.of("SILVER"), Set.of(), Set.of()), false);
    assertHolds(tiers(Set.of(), Set.of("GOLD"), Set.of()), false);
    assertHolds(tiers(Set.of(), Set.of(), Set.of("library", "framework")), false);
    assertHolds(measured(Duration.ofMinutes(61), null), false);
    assertHolds(measured(null, 2.1), false);
  }

  @Example
  void whatIsNotKnownIsNotLong() {
    RuleSet own = set("demo", List.of(measured(Duration.ZERO, null), measured(null, 0.0)));

    Decision decision = new RuleBook(own, Rules.shipped()).decide(SITUATION, ProjectHistory.NONE);

    assertThat(decision.ruleSet()).isEqualTo(RuleSet.DEFAULT);
    assertThat(decision.complexityFrom()).isEqualTo(EstimateBasis.TEXT);
    assertThat(decision.past()).isEqualTo(PastEffort.NONE);
    assertThat(decision.estimate()).isNull();
  }

  @Example
  void fewCasesAreToldButDecideNothing() {
    Decision decision =
        new RuleBook(set("demo", List.of()), Rules.shipped())
            .decide(SITUATION, history(1, Duration.ofHours(9)));

    assertThat(decision.complexity()).isEqualTo(Complexity.LOW);
    assertThat(decision.past().cases()).isEqualTo(1);
  }

  @Example
  void theScaleBeginsAtItsMarks() {
    EffortScale scale = new EffortScale(1, Duration.ofMinutes(45), Duration.ofHours(3));

    assertThat(scale.of(Duration.ofMinutes(44))).isEqualTo(Complexity.LOW);
    assertThat(scale.of(Duration.ofMinutes(45))).isEqualTo(Complexity.MEDIUM);
    assertThat(scale.of(Duration.ofHours(3))).isEqualTo(Complexity.HIGH);
  }

  @Example
  void refusesADefaultThatLeavesNeedsWithoutARule() {
    RuleSet partial = set(RuleSet.DEFAULT, List.of(measured(Duration.ZERO, null)));

    assertThatThrownBy(() -> new RuleBook(null, partial)).hasMessageContaining("no rule");
  }

  @Provide
  Arbitrary<List<Condition>> conditions() {
    Arbitrary<Condition> condition =
        Combinators.combine(
                Arbitraries.of(NeedCategory.class).set().ofMaxSize(2),
                Arbitraries.of(SecondaryNeed.class).set().ofMaxSize(2),
                Arbitraries.of(Complexity.class).set().ofMaxSize(2),
                Arbitraries.of("COMMUNITY", "GOLD").set().ofMaxSize(1),
                Arbitraries.of("COMMUNITY", "GOLD").set().ofMaxSize(1),
                Arbitraries.of("library", "framework").set().ofMaxSize(1),
                Arbitraries.integers().between(0, 5).map(Duration::ofHours).injectNull(0.7),
                Arbitraries.doubles().between(0, 5).injectNull(0.7))
            .as(Condition::new);
    return condition.list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<Situation> situations() {
    return Combinators.combine(
            Arbitraries.of(NeedCategory.class),
            Arbitraries.of(SecondaryNeed.class).set().ofMaxSize(3),
            Arbitraries.of(Complexity.class),
            Arbitraries.of("COMMUNITY", "gold", "PREMIUM").injectNull(0.2))
        .as(Situation::of);
  }

  @Provide
  Arbitrary<ProjectHistory> histories() {
    return Combinators.combine(
            Arbitraries.of(NeedCategory.class),
            Arbitraries.of(Complexity.class),
            Arbitraries.longs().between(1, 9),
            Arbitraries.integers().between(0, 9),
            Arbitraries.longs().between(0, 99))
        .as(
            (category, complexity, cases, hours, open) ->
                new ProjectHistory(
                    Map.of(
                        new CaseKind(category, complexity),
                        new PastEffort(
                            cases, Duration.ofHours(hours), Duration.ofHours(hours * cases))),
                    open));
  }

  /** Whether a rule alone, with one behind it that always holds, decides. */
  private static boolean only(ModeRule rule, Situation situation, ProjectHistory history) {
    RuleSet alone = set("alone", List.of(rule.when()));
    RuleSet behind = set(RuleSet.DEFAULT, List.of(Condition.ALWAYS));
    return new RuleBook(alone, behind).decide(situation, history).ruleSet().equals("alone");
  }

  private static void assertHolds(Condition condition, boolean holds) {
    // 5 open cases of 12 h on average, for a team with 30 h a week: two weeks.
    ProjectHistory history =
        new ProjectHistory(
            Map.of(KIND, new PastEffort(3, Duration.ofHours(1), Duration.ofHours(36))), 5);
    RuleSet own =
        new RuleSet(
            "demo",
            "1",
            Set.of("library"),
            new Team(1, BigDecimal.valueOf(30)),
            new EffortScale(3, Duration.ofHours(2), Duration.ofHours(3)),
            null,
            set("demo", List.of(condition)).rules());

    Decision decision = new RuleBook(own, Rules.shipped()).decide(SITUATION, history);

    assertThat(decision.ruleSet().equals("demo")).as("%s", condition).isEqualTo(holds);
  }

  private static ProjectHistory history(long cases, Duration each) {
    return new ProjectHistory(
        Map.of(KIND, new PastEffort(cases, each, each.multipliedBy(cases))), 0);
  }

  private static RuleSet set(String name, List<Condition> conditions) {
    return new RuleSet(
        name,
        "1",
        Set.of("library"),
        new Team(1, BigDecimal.valueOf(30)),
        new EffortScale(3, Duration.ofHours(1), Duration.ofHours(3)),
        null,
        IntStream.range(0, conditions.size())
            .mapToObj(
                i ->
                    new ModeRule(
                        "r" + i,
                        conditions.get(i),
                        SupportMode.FREE,
                        SupportStyle.REACTIVE,
                        null,
                        null,
                        List.of("community"),
                        null,
                        "because"))
            .toList());
  }

  private static Condition with(
      Condition base,
      Set<NeedCategory> categories,
      Set<SecondaryNeed> secondary,
      Set<Complexity> complexities) {
    return new Condition(
        categories,
        secondary,
        complexities,
        base.tiers(),
        base.otherTiers(),
        base.traits(),
        null,
        null);
  }

  private static Condition tiers(Set<String> tiers, Set<String> not, Set<String> traits) {
    return new Condition(Set.of(), Set.of(), Set.of(), tiers, not, traits, null, null);
  }

  private static Condition measured(@Nullable Duration past, @Nullable Double weeks) {
    return new Condition(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), past, weeks);
  }
}
