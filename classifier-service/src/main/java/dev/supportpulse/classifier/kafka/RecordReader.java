package dev.supportpulse.classifier.kafka;

import dev.supportpulse.classifier.assessment.EventClassifier;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.UpstreamData;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Decodes a record and classifies its event. Never throws: whatever is in a record has an outcome.
 */
@ApplicationScoped
public class RecordReader {

  private final EventClassifier classifier;
  private final Clock clock;

  RecordReader(EventClassifier classifier, Clock clock) {
    this.classifier = classifier;
    this.clock = clock;
  }

  /** The best tier that there is. */
  ClassifierTier best() {
    return classifier.best();
  }

  /** What becomes of a record, its need read in that tier. */
  Outcome read(ConsumerRecord<byte[], byte[]> record, ClassifierTier tier) {
    if (Redriven.isForAnother(record)) {
      return new Outcome.Skipped();
    }
    try {
      SupportEvent event = EventCodec.decode(KafkaMessageFactory.createReader(record).toEvent());
      return event.data() instanceof UpstreamData data && data.classifiable()
          ? classify(event, data, tier)
          : new Outcome.Skipped();
    } catch (Malformed e) {
      return new Outcome.Unreadable("MALFORMED", e.field() + " " + e.getMessage());
    } catch (CloudEventRWException e) {
      return new Outcome.Unreadable("NOT_A_CLOUD_EVENT", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new Outcome.Unreadable("UNREADABLE", e.getClass().getSimpleName());
    }
  }

  private Outcome classify(SupportEvent event, UpstreamData data, ClassifierTier tier) {
    try {
      return new Outcome.Classified(classifier.classify(event, data, tier, clock.instant()));
    } catch (Malformed e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return new Outcome.Unclassifiable(
          classifier.unclassifiable(event, clock.instant()), e.getClass().getSimpleName());
    }
  }
}
