package dev.supportpulse.benchmarks.history;

import dev.supportpulse.events.BusinessModel;
import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseReopened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.CaseResponded;
import dev.supportpulse.events.Channel;
import dev.supportpulse.events.CostKind;
import dev.supportpulse.events.CostRecorded;
import dev.supportpulse.events.ErrorReported;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.IncomeRecorded;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.events.SurveyAnswered;
import dev.supportpulse.events.UpstreamData;
import dev.supportpulse.events.UsageRecorded;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a history say. Cases are opened, answered, resolved and sometimes reopened.
 */
final class Stories {

  private static final List<Channel> CHANNELS =
      List.of(Channel.ISSUE_TRACKER, Channel.FORUM, Channel.EMAIL, Channel.CHAT, Channel.API);
  private static final List<String> TIERS = List.of("COMMUNITY", "STANDARD", "PREMIUM");
  private static final String TEXT =
      "After the upgrade from 3.9 to 4.2 the query planner got slower, and the log fills with warnings.";

  // Of a hundred events those below are of the type, if they aren't of one before; a case event is
  // any of a case's transitions. The rest is income.
  private static final int FEEDBACK = 30;
  private static final int SURVEY = 42;
  private static final int CASE = 69;
  private static final int QUESTION = 79;
  private static final int ERROR = 86;
  private static final int USAGE = 92;
  private static final int COST = 98;

  private final Dice dice;
  private final Map<String, OpenCases> cases = new HashMap<>();

  Stories(Dice dice) {
    this.dice = dice;
  }

  /** What happens next in the project. */
  UpstreamData next(String project) {
    OpenCases open = cases.computeIfAbsent(project, key -> new OpenCases(dice));
    int roll = dice.below(100);
    if (roll < FEEDBACK) {
      return feedback(open);
    }
    if (roll < SURVEY) {
      return survey(open);
    }
    if (roll < CASE) {
      return caseEvent(open);
    }
    if (roll < QUESTION) {
      return new QuestionAsked(TEXT, null, channel(), tier(), null, "en", null);
    }
    if (roll < ERROR) {
      return new ErrorReported("NullPointerException: planner", null, "4.2", null, 1L, null, null);
    }
    if (roll < USAGE) {
      return new UsageRecorded(
          dice.skewed(List.of("support", "labour", "resource")),
          BigDecimal.valueOf(dice.oneTo(90)),
          null,
          null,
          null,
          null);
    }
    if (roll < COST) {
      return cost();
    }
    return new IncomeRecorded(
        money(50_000), "USD", tier(), BusinessModel.SUPPORT, null, null, null);
  }

  private FeedbackSubmitted feedback(OpenCases open) {
    return new FeedbackSubmitted(
        dice.chance(0.7) ? dice.any(List.of(Sentiment.values())) : null,
        TEXT,
        null,
        Map.of(),
        channel(),
        tier(),
        null,
        dice.chance(0.15) ? open.any() : null,
        null,
        "en",
        List.of(),
        null);
  }

  private SurveyAnswered survey(OpenCases open) {
    return new SurveyAnswered(
        Map.of(
            "overall", dice.oneTo(5),
            "technicalSupport", dice.oneTo(5),
            "solution", dice.oneTo(5),
            "responseTime", dice.oneTo(5)),
        dice.chance(0.2) ? open.any() : null,
        Channel.SURVEY,
        tier(),
        null,
        dice.chance(0.3) ? TEXT : null,
        null);
  }

  private UpstreamData caseEvent(OpenCases open) {
    OpenCases.Step step = open.step();
    return switch (step.kind()) {
      case OPENED ->
          new CaseOpened(
              step.caseId(),
              "The planner got slower",
              TEXT,
              channel(),
              tier(),
              dice.skewed(List.of(SupportMode.values())),
              null,
              "en",
              List.of(),
              null);
      case RESPONDED -> new CaseResponded(step.caseId(), null);
      case RESOLVED ->
          new CaseResolved(
              step.caseId(),
              dice.chance(0.3) ? SupportMode.PAID : null,
              List.of(),
              BigDecimal.valueOf(dice.oneTo(240)),
              null);
      case REOPENED -> new CaseReopened(step.caseId(), null);
    };
  }

  private CostRecorded cost() {
    return new CostRecorded(
        dice.skewed(List.of(CostKind.VARIABLE, CostKind.FIXED, CostKind.EXTRA)),
        money(20_000),
        "USD",
        null,
        dice.skewed(List.of(SupportMode.values())),
        null,
        tier(),
        null,
        null,
        dice.chance(0.1) ? true : null,
        null,
        null);
  }

  private BigDecimal money(int mostCents) {
    return BigDecimal.valueOf(dice.oneTo(mostCents), 2);
  }

  private @Nullable Channel channel() {
    return dice.skewed(CHANNELS);
  }

  private @Nullable String tier() {
    return dice.skewed(TIERS);
  }
}
