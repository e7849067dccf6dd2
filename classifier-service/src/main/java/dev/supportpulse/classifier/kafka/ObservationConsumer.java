package dev.supportpulse.classifier.kafka;

import dev.supportpulse.classifier.background.DatabaseAway;
import dev.supportpulse.classifier.config.ObservationConfig;
import dev.supportpulse.classifier.observation.Observer;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.SupportEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hands events to the observers, in a consumer group and on a thread of its own: while the database
 * is away it waits, and the classifying goes on.
 */
@ApplicationScoped
public class ObservationConsumer {

  private static final Logger LOG = Logger.getLogger(ObservationConsumer.class);
  private static final String TYPE = "ce_type";

  private final List<Observer> observers;
  private final Set<String> types;
  private final ObservationConfig config;
  private final MeterRegistry meters;
  private final CountDownLatch stopping = new CountDownLatch(1);

  ObservationConsumer(
      @All List<Observer> observers, ObservationConfig config, MeterRegistry meters) {
    this.observers = observers;
    this.types =
        observers.stream()
            .flatMap(observer -> observer.types().stream())
            .map(EventType::wireName)
            .collect(Collectors.toUnmodifiableSet());
    this.config = config;
    this.meters = meters;
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  /**
   * Acknowledges the batch once it is observed. One that the stop of the service cuts short is
   * neither acknowledged nor refused: it comes again, and nothing failed.
   */
  @Incoming("observations")
  @Blocking("observer")
  Uni<Void> consume(ConsumerRecords<byte[], byte[]> batch) {
    List<SupportEvent> events = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      decode(record).ifPresent(events::add);
    }
    try {
      if (!events.isEmpty()) {
        observers.forEach(observer -> observe(observer, events));
      }
      return Uni.createFrom().voidItem();
    } catch (Stopped e) {
      LOG.infof("%d events wait on to be observed: %s", events.size(), e.getMessage());
      return Uni.createFrom().nothing();
    }
  }

  /** Until it succeeds: going on to the next batch instead would skip this one. */
  private void observe(Observer observer, List<SupportEvent> events) {
    for (boolean first = true; !isObserved(observer, events, first); first = false) {
      if (isStopping()) {
        throw new Stopped();
      }
    }
  }

  private boolean isObserved(Observer observer, List<SupportEvent> events, boolean tell) {
    try {
      observer.observe(events);
    } catch (DatabaseAway e) {
      if (tell) {
        LOG.warnf("%d events wait for the database to be observed: %s", events.size(), e);
      }
      return false;
    } catch (RuntimeException e) {
      withoutPoison(observer, events, e);
    }
    return true;
  }

  /** One by one, without those that fail by themselves: trying these again would not help. */
  private void withoutPoison(Observer observer, List<SupportEvent> events, RuntimeException e) {
    if (events.size() > 1) {
      events.forEach(event -> observe(observer, List.of(event)));
      return;
    }
    LOG.errorf(
        e,
        "event %s is not observed by %s",
        events.get(0).identity(),
        observer.getClass().getSimpleName());
    meters.counter("supportpulse.classifier.unobserved").increment();
  }

  /** What can't be read is a dead letter of the classifying. */
  private Optional<SupportEvent> decode(ConsumerRecord<byte[], byte[]> record) {
    String type = Redriven.header(record, TYPE);
    if (type == null || !types.contains(type)) {
      return Optional.empty();
    }
    try {
      return Optional.of(EventCodec.decode(KafkaMessageFactory.createReader(record).toEvent()));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private boolean isStopping() {
    try {
      return stopping.await(config.retryPause().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
