package dev.supportpulse.classifier.kafka;

import dev.supportpulse.classifier.assessment.EventClassifier;
import dev.supportpulse.classifier.correction.Correction;
import dev.supportpulse.classifier.correction.EventText;
import dev.supportpulse.classifier.correction.Stored;
import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.UpstreamData;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One search for what corrected events say. Of several bodies under one identity the first counts,
 * as everywhere.
 */
final class TextSearch {

  private final List<Stored> wanted;
  private final Map<String, EventText> seen = new HashMap<>();

  TextSearch(List<Stored> wanted) {
    this.wanted = List.copyOf(wanted);
  }

  /** The keys of the records that can tell. */
  Set<String> keys() {
    return wanted.stream().map(TextSearch::key).collect(Collectors.toUnmodifiableSet());
  }

  /** The sequences of the corrections. */
  List<Long> sequences() {
    return wanted.stream().map(Stored::sequence).toList();
  }

  /** Looks at a record of one of the keys. */
  void see(ConsumerRecord<byte[], byte[]> record) {
    text(record)
        .ifPresent(
            text -> seen.putIfAbsent(new String(record.key(), StandardCharsets.UTF_8), text));
  }

  /** What events say, by the sequence of the correction; without those that were not seen. */
  Map<Long, EventText> found() {
    Map<Long, EventText> found = new HashMap<>();
    for (Stored stored : wanted) {
      EventText text = seen.get(key(stored));
      if (text != null) {
        found.put(stored.sequence(), text);
      }
    }
    return found;
  }

  private static String key(Stored stored) {
    Correction correction = stored.correction();
    return Identity.of(correction.project(), correction.target().source(), correction.target().id())
        .hex();
  }

  private static Optional<EventText> text(ConsumerRecord<byte[], byte[]> record) {
    try {
      SupportEvent event = EventCodec.decode(KafkaMessageFactory.createReader(record).toEvent());
      if (event.data() instanceof UpstreamData data && data.classifiable()) {
        NeedText text = EventClassifier.text(data);
        return Optional.of(new EventText(text.title(), text.body()));
      }
      return Optional.empty();
    } catch (Malformed | CloudEventRWException e) {
      // It has its dead letter.
      return Optional.empty();
    }
  }
}
