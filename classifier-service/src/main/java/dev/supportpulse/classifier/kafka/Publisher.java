package dev.supportpulse.classifier.kafka;

import dev.supportpulse.classifier.config.ClassifierConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Sends records and waits until the broker has them all. A failure is retried in place for as long
 * as it lasts: going on to the next batch instead would skip this one.
 */
@ApplicationScoped
public class Publisher {

  private static final Logger LOG = Logger.getLogger(Publisher.class);

  private static final int LONGEST_PAUSE = 30;

  private final MutinyEmitter<ProducerRecord<byte[], byte[]>> topics;
  private final Duration pause;
  private final CountDownLatch stopping = new CountDownLatch(1);

  Publisher(
      @Channel("published") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<ProducerRecord<byte[], byte[]>> topics,
      ClassifierConfig config) {
    this.topics = topics;
    this.pause = config.retryPause();
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  /**
   * Sends records in their order.
   *
   * @throws Stopped if the service stops before the broker has them all
   */
  void publish(List<Outgoing> outgoing) {
    for (int attempt = 0; !isPublished(outgoing); attempt++) {
      if (stopsWithin(pause.multipliedBy(Math.min(1L << Math.min(attempt, 10), LONGEST_PAUSE)))) {
        throw new Stopped();
      }
    }
  }

  /** Sends records in their order, once; whether the broker has them all. */
  boolean isPublished(List<Outgoing> outgoing) {
    if (outgoing.isEmpty()) {
      return true;
    }
    try {
      List<Uni<Void>> sends = outgoing.stream().map(one -> topics.send(one.record())).toList();
      Uni.join().all(sends).andCollectFailures().await().indefinitely();
      return true;
    } catch (RuntimeException e) {
      LOG.warnf("the broker did not take %d records, trying again: %s", outgoing.size(), e);
      return false;
    }
  }

  private boolean stopsWithin(Duration wait) {
    try {
      return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
