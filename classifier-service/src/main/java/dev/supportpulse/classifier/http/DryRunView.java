package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.classifier.mode.Decision;
import dev.supportpulse.classifier.mode.DryRun;
import dev.supportpulse.classifier.mode.Money;
import dev.supportpulse.classifier.mode.MoneyChange;
import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Estimate;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.events.SupportStyle;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a dry run.
 *
 * @param complete whether every need of the window was decided about; else only the latest
 * @param needs that were decided about
 * @param changed those of them whose support changes
 */
@Schema(name = "ModeDryRun")
@JsonInclude(JsonInclude.Include.ALWAYS)
record DryRunView(
    String project,
    Instant from,
    Instant to,
    boolean complete,
    long needs,
    long changed,
    List<MoveView> modes,
    Map<NeedCategory, List<MoveView>> byCategory,
    @Schema(description = "By currency; empty if no rule set gives rates")
        List<MoneyChangeView> money,
    @Schema(description = "Of the needs whose support changes, the latest")
        List<SampleView> sample) {

  static DryRunView of(ObservedWindow asked, DryRun.Report report, int most) {
    Map<NeedCategory, List<MoveView>> byCategory = new TreeMap<>();
    report.byCategory().forEach((category, of) -> byCategory.put(category, moves(of)));
    return new DryRunView(
        asked.project(),
        asked.from(),
        asked.to(),
        report.needs() < most,
        report.needs(),
        report.changed(),
        moves(report.moves()),
        byCategory,
        report.money().entrySet().stream()
            .map(entry -> MoneyChangeView.of(entry.getKey(), entry.getValue()))
            .toList(),
        report.samples().stream().map(SampleView::of).toList());
  }

  private static List<MoveView> moves(Map<DryRun.Move, Long> moves) {
    return moves.entrySet().stream()
        .map(move -> new MoveView(move.getKey().from(), move.getKey().to(), move.getValue()))
        .toList();
  }

  /** How many needs went from one mode to another, or kept it. */
  @Schema(name = "ModeMove")
  record MoveView(SupportMode from, SupportMode to, long needs) {}

  /** Sums of estimates in one currency; the differences are proposed minus in force. */
  @Schema(name = "ModeMoneyChange")
  record MoneyChangeView(
      String currency,
      MoneyView inForce,
      MoneyView proposed,
      String costDifference,
      String priceDifference) {

    static MoneyChangeView of(String currency, MoneyChange change) {
      return new MoneyChangeView(
          currency,
          MoneyView.of(change.inForce()),
          MoneyView.of(change.proposed()),
          plain(change.cost()),
          plain(change.price()));
    }

    private static String plain(BigDecimal amount) {
      return amount.toPlainString();
    }
  }

  /** What so many needs are estimated to cost and to bring. */
  @Schema(name = "ModeMoney")
  record MoneyView(long needs, String cost, String price) {

    static MoneyView of(Money money) {
      return new MoneyView(
          money.needs(), money.cost().toPlainString(), money.price().toPlainString());
    }
  }

  /** An event whose need gets other support. */
  @Schema(name = "ModeSample")
  record SampleView(
      String source,
      String id,
      Instant occurredAt,
      NeedCategory category,
      String tier,
      DecisionView inForce,
      DecisionView proposed) {

    static SampleView of(DryRun.Sample sample) {
      return new SampleView(
          sample.need().source(),
          sample.need().id(),
          sample.need().occurredAt(),
          sample.need().situation().category(),
          sample.need().situation().tier(),
          DecisionView.of(sample.inForce()),
          DecisionView.of(sample.proposed()));
    }
  }

  /** What a rule set decides. */
  @Schema(name = "ModeDecision")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record DecisionView(
      String ruleSet,
      String ruleSetVersion,
      String rule,
      Complexity complexity,
      SupportMode mode,
      SupportStyle style,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration firstResponse,
      @Nullable Estimate estimate) {

    static DecisionView of(Decision decision) {
      return new DecisionView(
          decision.ruleSet(),
          decision.version(),
          decision.rule().name(),
          decision.complexity(),
          decision.rule().mode(),
          decision.rule().style(),
          decision.rule().firstResponse(),
          decision.estimate());
    }
  }
}
