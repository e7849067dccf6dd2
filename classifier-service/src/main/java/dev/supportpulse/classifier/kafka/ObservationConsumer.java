package dev.supportpulse.classifier.kafka;

import dev.supportpulse.classifier.config.ObservationConfig;
import dev.supportpulse.classifier.observation.Observer;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.SupportEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
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
  private final CountDownLatch stopping = new CountDownLatch(1);

  ObservationConsumer(@All List<Observer> observers, ObservationConfig config) {
    this.observers = observers;
    this.types =
        observers.stream()
            .flatMap(observer -> observer.types().stream())
            .map(EventType::wireName)
            .collect(Collectors.toUnmodifiableSet());
    this.config = config;
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  @Incoming("observations")
  @Blocking("observer")
  void consume(ConsumerRecords<byte[], byte[]> batch) {
    List<SupportEvent> events = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      decode(record).ifPresent(events::add);
    }
    if (!events.isEmpty()) {
      observers.forEach(observer -> observe(observer, events));
    }
  }

  /** Until it succeeds: going on to the next batch instead would skip this one. */
  private void observe(Observer observer, List<SupportEvent> events) {
    for (boolean first = true; !isObserved(observer, events, first); first = false) {
      if (isStopping()) {
        throw new IllegalStateException("stopped before these were observed: they come again");
      }
    }
  }

  private static boolean isObserved(Observer observer, List<SupportEvent> events, boolean tell) {
    try {
      observer.observe(events);
      return true;
    } catch (RuntimeException e) {
      if (tell) {
        LOG.warnf("%d events wait to be observed, trying again: %s", events.size(), e);
      }
      return false;
    }
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
