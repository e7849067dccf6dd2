package dev.supportpulse.localstack.samples;

import dev.supportpulse.events.EventType;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.UpstreamData;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The events of one project, named as they come: the same story told again has the same identities.
 * What would happen at or after the anchor isn't told.
 */
final class Feed {

  private final String project;
  private final Instant anchor;
  private final Map<EventType, Integer> told = new EnumMap<>(EventType.class);
  private final List<SupportEvent> events = new ArrayList<>();

  Feed(String project, Instant anchor) {
    this.project = project;
    this.anchor = anchor;
  }

  /** Something happens, to the second. */
  void add(Instant at, UpstreamData data) {
    EventType type = EventType.of(data);
    int number = told.merge(type, 1, Integer::sum);
    Instant occurredAt = at.truncatedTo(ChronoUnit.SECONDS);
    if (occurredAt.isBefore(anchor)) {
      String id = "%s-%05d".formatted(type.shortName().replace('.', '-'), number);
      events.add(new SupportEvent(project, source(type), id, occurredAt, null, null, null, data));
    }
  }

  /** What was told, in the order of telling. */
  List<SupportEvent> events() {
    return List.copyOf(events);
  }

  /** Which of the project's upstream systems emits such events. */
  private static String source(EventType type) {
    return switch (type) {
      case FEEDBACK_SUBMITTED, QUESTION_ASKED -> "/samples/community";
      case CASE_OPENED, CASE_RESPONDED, CASE_REOPENED, CASE_RESOLVED -> "/samples/ticketing";
      case SOLUTION_PROPOSED, SOLUTION_APPLIED, SOLUTION_OUTCOME -> "/samples/knowledge-base";
      case SURVEY_ANSWERED -> "/samples/surveys";
      case ERROR_REPORTED -> "/samples/crash-reports";
      case USAGE_RECORDED -> "/samples/metering";
      case COST_RECORDED, INCOME_RECORDED -> "/samples/billing";
      case EVENT_VOIDED, NEED_CLASSIFIED, EVENT_REJECTED, OPERATION_AUDITED ->
          throw new IllegalArgumentException("no sample system emits " + type.shortName());
    };
  }
}
