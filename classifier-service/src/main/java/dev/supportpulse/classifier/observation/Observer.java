package dev.supportpulse.classifier.observation;

import dev.supportpulse.events.EventType;
import dev.supportpulse.events.SupportEvent;
import java.util.List;
import java.util.Set;

/** Learns from events. */
public interface Observer {

  /** The types of events that it learns from. */
  Set<EventType> types();

  /**
   * Learns from some events, those of other types included. The same ones may come again and must
   * change nothing then; if this fails, they will.
   *
   * @param events in the order of the log
   */
  void observe(List<SupportEvent> events);
}
