package dev.supportpulse.classifier.mode;

import dev.supportpulse.classifier.need.Need;
import dev.supportpulse.classifier.observation.Observer;
import dev.supportpulse.classifier.observation.Voided;
import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseReopened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.UpstreamData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Learns which needs there are, and what cases take. */
public final class NeedObserver implements Observer {

  private final NeedStore store;
  private final BiFunction<UpstreamData, String, Need> reader;

  /**
   * An observer.
   *
   * @param reader reads the need of an event of a project
   */
  public NeedObserver(NeedStore store, BiFunction<UpstreamData, String, Need> reader) {
    this.store = store;
    this.reader = reader;
  }

  @Override
  public Set<EventType> types() {
    return Set.of(
        EventType.FEEDBACK_SUBMITTED,
        EventType.SURVEY_ANSWERED,
        EventType.QUESTION_ASKED,
        EventType.ERROR_REPORTED,
        EventType.CASE_OPENED,
        EventType.CASE_REOPENED,
        EventType.CASE_RESOLVED,
        EventType.EVENT_VOIDED);
  }

  @Override
  public void observe(List<SupportEvent> events) {
    List<ObservedNeed> needs = new ArrayList<>();
    List<CaseEvent> cases = new ArrayList<>();
    List<Voided> voided = new ArrayList<>();
    for (SupportEvent event : events) {
      if (event.data() instanceof EventVoided) {
        voided.add(new Voided(event.project(), event.key()));
      } else if (event.data() instanceof UpstreamData data) {
        if (data instanceof CaseOpened opened) {
          cases.add(of(event, opened.caseId(), true, null));
        } else if (data instanceof CaseReopened reopened) {
          cases.add(of(event, reopened.caseId(), true, null));
        } else if (data instanceof CaseResolved resolved) {
          cases.add(of(event, resolved.caseId(), false, resolved.effortMinutes()));
        }
        if (data.classifiable()) {
          needs.add(need(event, data));
        }
      }
    }
    if (!needs.isEmpty() || !cases.isEmpty() || !voided.isEmpty()) {
      store.keep(needs, cases, voided);
    }
  }

  private static CaseEvent of(
      SupportEvent event, String caseId, boolean open, @Nullable BigDecimal minutes) {
    return new CaseEvent(
        event.project(), event.identity(), caseId, open, minutes, event.occurredAt());
  }

  private ObservedNeed need(SupportEvent event, UpstreamData data) {
    Need need = reader.apply(data, event.project());
    return new ObservedNeed(
        event.project(),
        event.identity(),
        event.source(),
        event.id(),
        data.caseId(),
        Situation.of(need, data.tier()),
        event.occurredAt());
  }
}
