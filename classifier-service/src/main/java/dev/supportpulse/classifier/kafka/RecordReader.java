package dev.supportpulse.classifier.kafka;

import dev.supportpulse.classifier.assessment.EventClassifier;
import dev.supportpulse.classifier.assessment.ReadingObserver;
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
  private final ReadingObserver observer;
  private final Clock clock;

  RecordReader(EventClassifier classifier, ReadingObserver observer, Clock clock) {
    this.classifier = classifier;
    this.observer = observer;
    this.clock = clock;
  }

  /** The best tier that there is. */
  ClassifierTier best() {
    return classifier.best();
  }

  /** What becomes of a record that has just come, its need read in that tier. */
  Outcome read(ConsumerRecord<byte[], byte[]> record, ClassifierTier tier) {
    return read(record, tier, observer);
  }

  /**
   * The same of a record that was read before, in another tier or by another model. Nobody is told:
   * it says nothing of what comes in now.
   */
  Outcome readAgain(ConsumerRecord<byte[], byte[]> record, ClassifierTier tier) {
    return read(record, tier, ReadingObserver.NONE);
  }

  private Outcome read(
      ConsumerRecord<byte[], byte[]> record, ClassifierTier tier, ReadingObserver told) {
    if (Redriven.isForAnother(record)) {
      return new Outcome.Skipped();
    }
    try {
      SupportEvent event = EventCodec.decode(KafkaMessageFactory.createReader(record).toEvent());
      return event.data() instanceof UpstreamData data && data.classifiable()
          ? classify(event, data, tier, told)
          : new Outcome.Skipped();
    } catch (Malformed e) {
      return new Outcome.Unreadable("MALFORMED", e.field() + " " + e.getMessage());
    } catch (CloudEventRWException e) {
      return new Outcome.Unreadable("NOT_A_CLOUD_EVENT", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new Outcome.Unreadable("UNREADABLE", e.getClass().getSimpleName());
    }
  }

  private Outcome classify(
      SupportEvent event, UpstreamData data, ClassifierTier tier, ReadingObserver told) {
    try {
      return new Outcome.Classified(classifier.classify(event, data, tier, clock.instant(), told));
    } catch (Malformed e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return new Outcome.Unclassifiable(
          classifier.unclassifiable(event, clock.instant()), e.getClass().getSimpleName());
    }
  }
}
