package dev.supportpulse.classifier.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.statistics.SuccessRate;
import dev.supportpulse.classifier.tool.CostModel.Consumption;
import dev.supportpulse.events.Channel;
import dev.supportpulse.events.NeedCategory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToolRankingTest {

  private static final Duration MONTH = Duration.ofDays(30);

  private final Tool chat = tool("chat", null);
  private final Tool phone =
      tool(
          "phone",
          new CostModel(
              "EUR",
              new BigDecimal("0.50"),
              new BigDecimal("2"),
              new BigDecimal("100"),
              3,
              new BigDecimal("1.25")));

  @Test
  void fewDataDoNotLookLikeAWinner() {
    List<ToolRanking.Ranked> ranked =
        rank(
            null,
            new ToolTally("chat", null, 2, 0),
            new ToolTally("phone", NeedCategory.PERFORMANCE, 70, 20));

    assertThat(ranked).extracting(one -> one.tool().id()).containsExactly("phone", "chat");
    assertThat(ranked.get(0).effect().n()).isEqualTo(90);
    assertThat(ranked.get(0).effect().rate()).isEqualTo(SuccessRate.of(70, 20, 0.95));
  }

  @Test
  void aCategoryIsJudgedByItsOwnTrials() {
    List<ToolRanking.Ranked> ranked =
        rank(
            NeedCategory.SECURITY,
            new ToolTally("chat", NeedCategory.SECURITY, 9, 1),
            new ToolTally("phone", NeedCategory.SECURITY, 1, 9),
            new ToolTally("phone", NeedCategory.TRAINING, 900, 1));

    assertThat(ranked).extracting(one -> one.tool().id()).containsExactly("chat", "phone");
    assertThat(ranked.get(1).effect().n()).isEqualTo(10);
    assertThat(ranked.get(1).byCategory())
        .containsOnlyKeys(NeedCategory.SECURITY, NeedCategory.TRAINING);
  }

  @Test
  void equalsKeepTheOrderOfTheCatalogue() {
    assertThat(rank(null)).extracting(one -> one.tool().id()).containsExactly("chat", "phone");
  }

  /** 200 minutes · 0.50 + 30 uses · 2 + 3 seats · 100 + 10 successes · 1.25 = 472.50. */
  @Test
  void aSuccessCostsWhatTheWindowCost() {
    ToolUsage usage =
        new ToolUsage(
            List.of(new ToolTally("phone", null, 10, 5), new ToolTally("chat", null, 1, 0)),
            Map.of("phone", new Consumption(new BigDecimal("200"), new BigDecimal("30"))));

    assertThat(ToolRanking.rank(List.of(phone), usage, null, MONTH, 0.95).get(0).costPerSuccess())
        .contains(new BigDecimal("47.25"));
    assertThat(ToolRanking.rank(List.of(chat), usage, null, MONTH, 0.95).get(0).costPerSuccess())
        .isEmpty();
  }

  @Test
  void withoutASuccessThereIsNoCostOfOne() {
    assertThat(rank(null, new ToolTally("phone", null, 0, 5)))
        .allSatisfy(one -> assertThat(one.costPerSuccess()).isEmpty());
  }

  private List<ToolRanking.Ranked> rank(@Nullable NeedCategory category, ToolTally... tallies) {
    return ToolRanking.rank(
        List.of(chat, phone), new ToolUsage(List.of(tallies), Map.of()), category, MONTH, 0.95);
  }

  private static Tool tool(String id, @Nullable CostModel cost) {
    return new Tool(
        id,
        Map.of(Language.ENGLISH, id, Language.CHINESE, id),
        cost,
        Set.of(Channel.CHAT),
        List.of("en"),
        null);
  }
}
