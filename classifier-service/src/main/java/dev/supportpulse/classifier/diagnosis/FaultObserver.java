package dev.supportpulse.classifier.diagnosis;

import dev.supportpulse.classifier.observation.Observer;
import dev.supportpulse.classifier.observation.Voided;
import dev.supportpulse.events.ErrorReported;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.UpstreamData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Learns faults from error reports and from what users paste. */
public final class FaultObserver implements Observer {

  private final Diagnostician diagnostician;
  private final FaultStore store;

  public FaultObserver(Diagnostician diagnostician, FaultStore store) {
    this.diagnostician = diagnostician;
    this.store = store;
  }

  @Override
  public Set<EventType> types() {
    return Set.of(
        EventType.ERROR_REPORTED,
        EventType.CASE_OPENED,
        EventType.QUESTION_ASKED,
        EventType.FEEDBACK_SUBMITTED,
        EventType.SURVEY_ANSWERED,
        EventType.EVENT_VOIDED);
  }

  @Override
  public void observe(List<SupportEvent> events) {
    List<Report> reports = new ArrayList<>();
    List<Voided> voided = new ArrayList<>();
    for (SupportEvent event : events) {
      if (event.data() instanceof EventVoided) {
        voided.add(new Voided(event.project(), event.key()));
      } else if (event.data() instanceof UpstreamData data && data.classifiable()) {
        report(event, data).ifPresent(reports::add);
      }
    }
    if (!reports.isEmpty() || !voided.isEmpty()) {
      store.keep(reports, voided);
    }
  }

  private Optional<Report> report(SupportEvent event, UpstreamData data) {
    return diagnostician
        .of(event.project(), data)
        .map(
            symptom ->
                data instanceof ErrorReported error
                    ? report(event, data, symptom, occurrences(error), error.version())
                    : report(event, data, symptom, 1, null));
  }

  private static long occurrences(ErrorReported error) {
    return error.count() == null ? 1 : Math.max(1, error.count());
  }

  private static Report report(
      SupportEvent event,
      UpstreamData data,
      Symptom symptom,
      long occurrences,
      @Nullable String version) {
    return new Report(
        event.project(),
        event.identity(),
        event.occurredAt(),
        symptom,
        occurrences,
        version,
        data.user());
  }
}
