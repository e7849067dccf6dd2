package dev.supportpulse.events;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event type, its name on the wire and the record that holds its data. */
public enum EventType {
  FEEDBACK_SUBMITTED("feedback.submitted", FeedbackSubmitted.class),
  SURVEY_ANSWERED("survey.answered", SurveyAnswered.class),
  CASE_OPENED("case.opened", CaseOpened.class),
  CASE_RESPONDED("case.responded", CaseResponded.class),
  CASE_REOPENED("case.reopened", CaseReopened.class),
  CASE_RESOLVED("case.resolved", CaseResolved.class),
  QUESTION_ASKED("question.asked", QuestionAsked.class),
  ERROR_REPORTED("error.reported", ErrorReported.class),
  USAGE_RECORDED("usage.recorded", UsageRecorded.class),
  COST_RECORDED("cost.recorded", CostRecorded.class),
  INCOME_RECORDED("income.recorded", IncomeRecorded.class),
  SOLUTION_PROPOSED("solution.proposed", SolutionProposed.class),
  SOLUTION_APPLIED("solution.applied", SolutionApplied.class),
  SOLUTION_OUTCOME("solution.outcome", SolutionOutcome.class),
  EVENT_VOIDED("event.voided", EventVoided.class),
  NEED_CLASSIFIED("need.classified", NeedClassified.class),
  EVENT_REJECTED("event.rejected", EventRejected.class),
  OPERATION_AUDITED("operation.audited", OperationAudited.class);

  /** What every CloudEvents {@code type} of this system begins with. */
  public static final String PREFIX = "dev.supportpulse.";

  private static final Map<String, EventType> BY_WIRE_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::wireName, Function.identity()));
  private static final Map<Class<?>, EventType> BY_CLASS =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::dataClass, Function.identity()));

  private final String shortName;
  private final Class<? extends EventData> dataClass;
  private final URI dataSchema;

  EventType(String shortName, Class<? extends EventData> dataClass) {
    this.shortName = shortName;
    this.dataClass = dataClass;
    this.dataSchema = URI.create("urn:supportpulse:schema:" + shortName + ":1");
  }

  /** The CloudEvents {@code type}, such as {@code dev.supportpulse.feedback.submitted}. */
  public String wireName() {
    return PREFIX + shortName;
  }

  /** The name without its prefix, such as {@code feedback.submitted}. */
  public String shortName() {
    return shortName;
  }

  /** The record that holds this type's data. */
  public Class<? extends EventData> dataClass() {
    return dataClass;
  }

  /** Whether upstream systems may send this type; the others are published by the services. */
  public boolean upstream() {
    return UpstreamData.class.isAssignableFrom(dataClass);
  }

  /** The value of {@code dataschema}: which version of which schema the data was written to. */
  public URI dataSchema() {
    return dataSchema;
  }

  /** The class path resource that holds the JSON Schema (2020-12) of this type's data. */
  public String schemaResource() {
    return "/schemas/" + shortName + ".v1.json";
  }

  /** The type of that CloudEvents {@code type}, empty if it is none of ours. */
  public static Optional<EventType> fromWireName(String wireName) {
    return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
  }

  /** The type that the data is of. */
  public static EventType of(EventData data) {
    EventType type = BY_CLASS.get(data.getClass());
    if (type == null) {
      throw new IllegalStateException("no event type for " + data.getClass());
    }
    return type;
  }
}
