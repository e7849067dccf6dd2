package dev.supportpulse.classifier.kafka;

import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.service.trace.Step;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Reads again, in the accurate tier, what got the fast one in a rush. The topic is its queue: as
 * long as it must be, and still there after a crash. Works on a thread of its own.
 */
@ApplicationScoped
public class RefinementConsumer {

  private static final Logger LOG = Logger.getLogger(RefinementConsumer.class);

  private final RecordReader reader;
  private final Publisher publisher;
  private final Capacity capacity;
  private final TierMeters meters;
  private final Steps steps;
  private final Timer delay;
  private final Clock clock;
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** Held while texts are read, so that the networks are not closed meanwhile. */
  private final Semaphore reading = new Semaphore(1);

  RefinementConsumer(
      RecordReader reader,
      Publisher publisher,
      Capacity capacity,
      TierMeters meters,
      Steps steps,
      MeterRegistry registry,
      Clock clock) {
    this.reader = reader;
    this.publisher = publisher;
    this.capacity = capacity;
    this.meters = meters;
    this.steps = steps;
    this.clock = clock;
    this.delay =
        Timer.builder("supportpulse.classifier.refinement.delay")
            .description("From the fast classification of a text to its accurate one")
            .publishPercentileHistogram()
            .register(registry);
  }

  /** Waits for the text in hand, not for the batch: that one comes again. */
  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
    reading.acquireUninterruptibly();
    reading.release();
  }

  /**
   * Acknowledges the batch when the broker has its classifications. One that the stop of the
   * service cuts short is neither acknowledged nor refused: it comes again, and nothing failed.
   */
  @Incoming("refinements")
  @Blocking("refiner")
  Uni<Void> consume(ConsumerRecords<byte[], byte[]> batch) {
    try {
      awaitTurn();
      List<Outgoing> outgoing = read(batch);
      publisher.publish(outgoing);
      meters.refined(outgoing.size());
    } catch (Stopped e) {
      LOG.infof("%d texts wait on for the accurate tier: %s", batch.count(), e.getMessage());
      return Uni.createFrom().nothing();
    }
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      delay.record(Duration.between(Instant.ofEpochMilli(record.timestamp()), clock.instant()));
    }
    return Uni.createFrom().voidItem();
  }

  private List<Outgoing> read(ConsumerRecords<byte[], byte[]> batch) {
    List<Outgoing> outgoing = new ArrayList<>();
    long start = System.nanoTime();
    reading.acquireUninterruptibly();
    try {
      for (ConsumerRecord<byte[], byte[]> record : batch) {
        if (stopping.getCount() == 0) {
          throw new Stopped();
        }
        Step step = steps.begin(record);
        Outcome outcome = step.during(() -> reader.readAgain(record, ClassifierTier.ACCURATE));
        Steps.end(step, outcome);
        // What the fast tier could read is read here, too; else its classification stands.
        if (outcome instanceof Outcome.Classified) {
          outgoing.addAll(Outgoing.of(outcome, record, step));
        }
      }
    } finally {
      reading.release();
    }
    capacity.took(batch.count(), System.nanoTime() - start);
    return outgoing;
  }

  private void awaitTurn() {
    Duration waited = Duration.ZERO;
    for (Duration pause = capacity.pause(waited); !pause.isZero(); pause = capacity.pause(waited)) {
      if (stopsWithin(pause)) {
        throw new Stopped();
      }
      waited = waited.plus(pause);
    }
  }

  private boolean stopsWithin(Duration pause) {
    try {
      return stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
