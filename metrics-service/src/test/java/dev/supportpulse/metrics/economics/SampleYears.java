package dev.supportpulse.metrics.economics;

import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CostRecorded;
import dev.supportpulse.events.EventData;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.localstack.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;

/** Day by day, the four sample years of the scenarios of source 000 §6. */
public final class SampleYears {

  public static final Instant ANCHOR = Instant.parse("2026-11-22T00:00:00Z");
  public static final int DAYS = 365;

  /** Since when each project has had its initiative. */
  public static final SortedMap<String, Instant> INITIATIVES = Samples.initiatives(ANCHOR);

  private static final List<SupportEvent> EVENTS = Samples.events(ANCHOR);

  private SampleYears() {}

  /** Cases opened. */
  public static double[] cases(String project) {
    return daily(project, data -> data instanceof CaseOpened ? 1 : 0);
  }

  /** Feedbacks given. */
  public static double[] feedbacks(String project) {
    return daily(project, data -> data instanceof FeedbackSubmitted ? 1 : 0);
  }

  /** Feedbacks of a sentiment that their user gave. */
  public static double[] feedbacks(String project, Sentiment sentiment) {
    return daily(
        project,
        data ->
            data instanceof FeedbackSubmitted feedback && feedback.sentiment() == sentiment
                ? 1
                : 0);
  }

  /** Money spent. */
  public static double[] costs(String project) {
    return daily(
        project, data -> data instanceof CostRecorded cost ? cost.amount().doubleValue() : 0);
  }

  /** The day of the year on which the project's initiative began. */
  public static int introduced(String project) {
    Instant introduced = INITIATIVES.getOrDefault(project, ANCHOR);
    return DAYS - (int) Duration.between(introduced, ANCHOR).toDays();
  }

  private static double[] daily(String project, ToDoubleFunction<EventData> value) {
    double[] days = new double[DAYS];
    for (SupportEvent event : EVENTS) {
      int ago = (int) Duration.between(event.occurredAt(), ANCHOR).toDays();
      if (event.project().equals(project) && ago < DAYS && event.occurredAt().isBefore(ANCHOR)) {
        days[DAYS - 1 - ago] += value.applyAsDouble(event.data());
      }
    }
    return days;
  }
}
