package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.CaseTransition;
import dev.supportpulse.events.CostRecorded;
import dev.supportpulse.events.ErrorReported;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.IncomeRecorded;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.RatingDimension;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SolutionApplied;
import dev.supportpulse.events.SolutionOutcome;
import dev.supportpulse.events.SolutionProposed;
import dev.supportpulse.events.SurveyAnswered;
import dev.supportpulse.events.UpstreamData;
import dev.supportpulse.events.UsageRecorded;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;

/** What each type of event counts by itself, whatever it is classified as and whose case it is. */
final class EventTally {

  private static final int SATISFIED_FROM = 4;
  private static final int PROMOTER_FROM = 9;
  private static final int DETRACTOR_TO = 6;

  private EventTally() {}

  static Tally of(UpstreamData data) {
    if (data instanceof FeedbackSubmitted feedback) {
      Sentiment sentiment = feedback.sentiment();
      return sentiment == null ? Tally.NONE : sentiment("USER", sentiment);
    }
    if (data instanceof SurveyAnswered survey) {
      return survey.ratings().entrySet().stream()
          .map(rating -> rating(rating.getKey(), rating.getValue()))
          .reduce(Tally.NONE, Tally::plus);
    }
    if (data instanceof CostRecorded cost) {
      return cost(cost);
    }
    if (data instanceof IncomeRecorded income) {
      return Tally.of(Measure.INCOME.of(income.currency()), Amount.once(income.amount()));
    }
    if (data instanceof UsageRecorded usage) {
      return Tally.of(Measure.USAGE.of(usage.action()), Amount.once(usage.quantity()));
    }
    if (data instanceof CaseResolved resolved && resolved.effortMinutes() != null) {
      return Tally.of(Measure.EFFORT.plain(), Amount.once(resolved.effortMinutes()));
    }
    return nothing(data);
  }

  /** One feedback with that sentiment, given by a USER or found by the MODEL. */
  static Tally sentiment(String origin, Sentiment sentiment) {
    int score =
        switch (sentiment) {
          case POSITIVE -> 1;
          case NEUTRAL -> 0;
          case NEGATIVE -> -1;
        };
    return Tally.of(Measure.SENTIMENT.of(origin + "/" + sentiment), Amount.once(score));
  }

  private static Tally rating(String dimension, int answer) {
    return RatingDimension.fromWireName(dimension)
        .map(known -> Tally.of(Measure.RATING.of(dimension), Amount.once(score(known, answer))))
        .orElse(Tally.NONE);
  }

  private static int score(RatingDimension dimension, int answer) {
    return switch (dimension) {
      case EFFORT -> answer;
      case RECOMMEND -> answer >= PROMOTER_FROM ? 1 : answer <= DETRACTOR_TO ? -1 : 0;
      default -> answer >= SATISFIED_FROM ? 1 : 0;
    };
  }

  private static Tally cost(CostRecorded cost) {
    Amount amount = Amount.once(cost.amount());
    Tally tally = Tally.of(Measure.COST.of(cost.currency() + "/" + cost.kind()), amount);
    return Boolean.TRUE.equals(cost.inTotalCost())
        ? tally.plus(Tally.of(Measure.COST_IN_TOTAL.of(cost.currency()), amount))
        : tally;
  }

  /** Types that are named here count nothing by themselves; a new type fails to be overlooked. */
  private static Tally nothing(UpstreamData data) {
    if (data instanceof CaseTransition
        || data instanceof QuestionAsked
        || data instanceof ErrorReported
        || data instanceof SolutionProposed
        || data instanceof SolutionApplied
        || data instanceof SolutionOutcome
        || data instanceof EventVoided) {
      return Tally.NONE;
    }
    throw new IllegalStateException("no tally is defined for " + data.getClass());
  }
}
