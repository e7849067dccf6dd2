package dev.supportpulse.intake.redrive;

import dev.supportpulse.events.Identity;
import dev.supportpulse.intake.redrive.Kept.Bytes;
import io.cloudevents.CloudEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record that gives a letter another chance. */
public sealed interface Outgoing {

  /** Where it goes. */
  String topic();

  /** A record as it was, under its own key. */
  record Again(String topic, Optional<Bytes> key, List<Kept.Header> headers, Optional<Bytes> body)
      implements Outgoing {

    public Again {
      headers = List.copyOf(headers);
    }
  }

  /**
   * A released event.
   *
   * @param headers to be added to those of the event
   */
  record Released(String topic, Identity key, CloudEvent event, Map<String, String> headers)
      implements Outgoing {

    public Released {
      headers = Map.copyOf(headers);
    }
  }
}
