package dev.supportpulse.events;

import org.jspecify.annotations.Nullable;

/**
 * Data that upstream systems emit. The accessors below are what several types share; a type that
 * lacks one answers null.
 */
public sealed interface UpstreamData extends EventData
    permits FeedbackSubmitted,
        SurveyAnswered,
        QuestionAsked,
        ErrorReported,
        UsageRecorded,
        CostRecorded,
        IncomeRecorded,
        SolutionProposed,
        SolutionApplied,
        SolutionOutcome,
        EventVoided,
        CaseTransition {

  /** The customer organisation; kept on the ledger, not a dimension. */
  @Nullable String account();

  /** The case that the event belongs to; connectors prefix it. */
  default @Nullable String caseId() {
    return null;
  }

  default @Nullable Channel channel() {
    return null;
  }

  /** The customer tier, such as COMMUNITY, STANDARD or PREMIUM; the set is configurable. */
  default @Nullable String tier() {
    return null;
  }

  /** The support mode that was used, never a recommendation. */
  default @Nullable SupportMode mode() {
    return null;
  }

  default @Nullable String user() {
    return null;
  }

  default @Nullable String title() {
    return null;
  }

  default @Nullable String text() {
    return null;
  }

  /** BCP 47. */
  default @Nullable String language() {
    return null;
  }

  /**
   * Whether a need can be read from this data: its type is one of feedback.submitted,
   * survey.answered, case.opened, question.asked and error.reported, and its title, text or message
   * is not blank.
   */
  default boolean classifiable() {
    return switch (EventType.of(this)) {
      case FEEDBACK_SUBMITTED, SURVEY_ANSWERED, CASE_OPENED, QUESTION_ASKED, ERROR_REPORTED ->
          hasText(title()) || hasText(text());
      default -> false;
    };
  }

  private static boolean hasText(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
