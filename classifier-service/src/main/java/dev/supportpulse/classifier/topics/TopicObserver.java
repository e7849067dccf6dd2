package dev.supportpulse.classifier.topics;

import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.classifier.observation.Observer;
import dev.supportpulse.classifier.observation.Voided;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.UpstreamData;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Learns what users ask about. Errors that programs report are diagnosed instead. */
public final class TopicObserver implements Observer {

  private static final Set<EventType> TEXTS =
      Set.of(
          EventType.QUESTION_ASKED,
          EventType.CASE_OPENED,
          EventType.FEEDBACK_SUBMITTED,
          EventType.SURVEY_ANSWERED);

  private final TopicStore store;

  public TopicObserver(TopicStore store) {
    this.store = store;
  }

  @Override
  public Set<EventType> types() {
    List<EventType> types = new ArrayList<>(TEXTS);
    types.add(EventType.EVENT_VOIDED);
    return Set.copyOf(types);
  }

  @Override
  public void observe(List<SupportEvent> events) {
    List<TopicText> texts = new ArrayList<>();
    List<Voided> voided = new ArrayList<>();
    for (SupportEvent event : events) {
      if (event.data() instanceof EventVoided) {
        voided.add(new Voided(event.project(), event.key()));
      } else if (TEXTS.contains(event.type())
          && event.data() instanceof UpstreamData data
          && data.classifiable()) {
        texts.add(read(event, data));
      }
    }
    if (!texts.isEmpty() || !voided.isEmpty()) {
      store.keep(texts, voided);
    }
  }

  private static TopicText read(SupportEvent event, UpstreamData data) {
    Set<String> terms = Terms.of(NeedText.of(data.title(), data.text()));
    return new TopicText(
        event.project(),
        event.identity(),
        event.source(),
        event.id(),
        data.user(),
        event.occurredAt(),
        List.copyOf(terms),
        Sketch.of(terms));
  }
}
