package dev.supportpulse.classifier.kafka;

import dev.supportpulse.classifier.background.Repeating;
import dev.supportpulse.classifier.config.LearningConfig;
import dev.supportpulse.classifier.reprocess.Reprocessing;
import dev.supportpulse.classifier.reprocess.ReprocessingStore;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Classifies all events again that somebody wished to. All instances share the work as a consumer
 * group of its own: what one has published and committed is done, whatever becomes of the instance.
 * Waits for rushes of new events as refinements do.
 */
@ApplicationScoped
public class Reprocessor {

  private static final Duration POLL = Duration.ofMillis(200);

  private final ReprocessingStore store;
  private final EventLog log;
  private final RecordReader reader;
  private final Publisher publisher;
  private final Capacity capacity;
  private final Clock clock;
  private final Repeating reprocessing;
  private volatile boolean stopping;

  Reprocessor(
      ReprocessingStore store,
      EventLog log,
      RecordReader reader,
      Publisher publisher,
      Capacity capacity,
      LearningConfig config,
      Clock clock) {
    this.store = store;
    this.log = log;
    this.reader = reader;
    this.publisher = publisher;
    this.capacity = capacity;
    this.clock = clock;
    this.reprocessing = new Repeating("reprocessor", config.poll(), this::work);
  }

  void begin(@Observes StartupEvent event) {
    reprocessing.start();
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    reprocessing.close();
  }

  private void work() {
    Optional<Reprocessing> open = store.oldestOpen();
    while (open.isPresent() && !stopping) {
      reprocess(open.get());
      open = store.oldestOpen();
    }
  }

  private void reprocess(Reprocessing wish) {
    try (Consumer<byte[], byte[]> consumer = log.member(wish.id())) {
      consumer.subscribe(List.of(Topics.EVENTS));
      while (!stopping) {
        ConsumerRecords<byte[], byte[]> batch = consumer.poll(POLL);
        classify(wish, batch);
        consumer.commitSync();
        if (batch.isEmpty() && wish.done(log.positions(wish.id())) >= wish.records()) {
          store.finished(wish.id(), clock.instant());
          return;
        }
      }
    }
  }

  private void classify(Reprocessing wish, ConsumerRecords<byte[], byte[]> batch) {
    ClassifierTier tier = wish.tier() == null ? reader.best() : wish.tier();
    List<Outgoing> outgoing = new ArrayList<>();
    for (TopicPartition partition : batch.partitions()) {
      long end = wish.ends().getOrDefault(partition.partition(), 0L);
      for (ConsumerRecord<byte[], byte[]> record : batch.records(partition)) {
        if (record.offset() < end && isWished(wish, record)) {
          outgoing.addAll(classification(record, tier));
        }
      }
    }
    publisher.publish(outgoing);
  }

  private static boolean isWished(Reprocessing wish, ConsumerRecord<byte[], byte[]> record) {
    return wish.project() == null
        || wish.project().equals(Redriven.header(record, "ce_" + EventCodec.PROJECT));
  }

  /** What can't be classified has had its dead letter. */
  private List<Outgoing> classification(
      ConsumerRecord<byte[], byte[]> record, ClassifierTier tier) {
    awaitTurn();
    return reader.readAgain(record, tier) instanceof Outcome.Classified classified
        ? Outgoing.of(classified, record)
        : List.of();
  }

  private void awaitTurn() {
    try {
      Thread.sleep(capacity.pause(Duration.ZERO).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped before these were classified again", e);
    }
  }
}
