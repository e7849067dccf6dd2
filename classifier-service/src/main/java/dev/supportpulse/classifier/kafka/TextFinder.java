package dev.supportpulse.classifier.kafka;

import dev.supportpulse.classifier.assessment.EventClassifier;
import dev.supportpulse.classifier.background.Repeating;
import dev.supportpulse.classifier.config.LearningConfig;
import dev.supportpulse.classifier.correction.Arrived;
import dev.supportpulse.classifier.correction.Correction;
import dev.supportpulse.classifier.correction.CorrectionStore;
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
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Finds in the topic what corrected events say, for corrections that came without it. Reads only
 * the partitions that can hold them, once for all that are sought. An event that isn't there yet is
 * sought again later, for a day.
 */
@ApplicationScoped
public class TextFinder {

  private static final int AT_ONCE = 1_000;

  private final CorrectionStore store;
  private final EventLog log;
  private final Event<Arrived> learnable;
  private final LearningConfig config;
  private final Clock clock;
  private final Repeating finding;

  TextFinder(
      CorrectionStore store,
      EventLog log,
      Event<Arrived> learnable,
      LearningConfig config,
      Clock clock) {
    this.store = store;
    this.log = log;
    this.learnable = learnable;
    this.config = config;
    this.clock = clock;
    this.finding = new Repeating("text-finder", config.poll(), this::find);
  }

  void begin(@Observes StartupEvent event) {
    finding.start();
  }

  void stop(@Observes ShutdownEvent event) {
    finding.close();
  }

  private void find() {
    Instant now = clock.instant();
    List<Stored> wanted =
        store.toSeek(now.minus(config.seekAgainAfter()), now.minus(config.seekFor()), AT_ONCE);
    if (wanted.isEmpty()) {
      return;
    }
    Map<String, EventText> texts = new HashMap<>();
    log.scan(
        wanted.stream().map(TextFinder::key).toList(),
        record -> text(record).ifPresent(text -> texts.putIfAbsent(key(record), text)));
    Map<Long, EventText> found = new HashMap<>();
    for (Stored stored : wanted) {
      EventText text = texts.get(key(stored));
      if (text != null) {
        found.put(stored.sequence(), text);
      }
    }
    store.sought(wanted.stream().map(Stored::sequence).toList(), found, now);
    if (!found.isEmpty()) {
      learnable.fire(new Arrived());
    }
  }

  private static String key(Stored stored) {
    Correction correction = stored.correction();
    return Identity.of(correction.project(), correction.target().source(), correction.target().id())
        .hex();
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
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
