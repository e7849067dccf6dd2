package dev.supportpulse.metrics.kafka;

import dev.supportpulse.events.Topics;
import dev.supportpulse.metrics.config.MetricsConfig;
import dev.supportpulse.metrics.ledger.Batch;
import dev.supportpulse.metrics.ledger.Ledger;
import dev.supportpulse.metrics.ledger.SourcePartition;
import dev.supportpulse.metrics.postgres.LedgerPartitions;
import dev.supportpulse.service.trace.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Polls the three topics in one thread and counts each batch in one transaction, while the next one
 * is polled and decoded.
 *
 * <p>One consumer for all topics with the range assignor, so that equal partitions sit together and
 * an event meets its classification in the same place. Offsets live in the database; those
 * committed to Kafka are a hint for lag tools.
 */
@ApplicationScoped
public class TopicConsumer {

  private static final Logger LOG = Logger.getLogger(TopicConsumer.class);

  private static final List<String> TOPICS =
      List.of(Topics.EVENTS, Topics.CLASSIFICATIONS, Topics.REJECTED);

  /** Read at once: few enough that they are decoded before the garbage collector looks at them. */
  private static final int POLL_RECORDS = 1_000;

  private static final Duration SHORTEST_POLL = Duration.ofMillis(5);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

  private final Map<String, Object> kafka;
  private final MetricsConfig config;
  private final Ledger ledger;
  private final LedgerPartitions partitions;
  private final DeadLetters deadLetters;
  private final ConsumerStatus status;
  private final Tracing tracing;
  private final MeterRegistry meters;
  private final Clock clock;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "topic-consumer");

  /** How often in a row what was polled of a partition was lost. */
  private final Map<SourcePartition, Integer> fences = new HashMap<>();

  private @Nullable LocalDate partitionedOn;

  TopicConsumer(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MetricsConfig config,
      Ledger ledger,
      LedgerPartitions partitions,
      DeadLetters deadLetters,
      ConsumerStatus status,
      Tracing tracing,
      MeterRegistry meters,
      Clock clock) {
    this.kafka = kafka;
    this.config = config;
    this.ledger = ledger;
    this.partitions = partitions;
    this.deadLetters = deadLetters;
    this.status = status;
    this.tracing = tracing;
    this.meters = meters;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    thread.join(LONGEST_STOP.toMillis());
  }

  private void run() {
    DatabaseRetry retry = new DatabaseRetry(config.consumer().retryPause(), status, stopping);
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumerConfig());
        KafkaClientMetrics clientMeters = new KafkaClientMetrics(consumer);
        InFlight inFlight = new InFlight(ledger, retry)) {
      clientMeters.bindTo(meters);
      Claims claims = new Claims(consumer, ledger, inFlight, retry, status);
      Gathering gathering = new Gathering(consumer, claims);
      Steps steps = new Steps(tracing);
      consumer.subscribe(TOPICS, claims);
      while (stopping.getCount() > 0) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        retry.run(() -> ensurePartitions(today));
        RecordReader reader = new RecordReader(decoder(today), deadLetters);
        gathering.add(
            consumer.poll(patience(gathering)),
            record -> steps.begin(record).during(() -> reader.read(record)));
        if (inFlight.isIdle() || gathering.size() >= config.consumer().batchRecords()) {
          inFlight.take().ifPresent(done -> settle(consumer, claims, steps, done));
          Batch batch = gathering.take(stripe(consumer, claims));
          if (!batch.slices().isEmpty()) {
            meters.summary("supportpulse.metrics.batch.records").record(batch.facts());
            inFlight.start(batch);
          }
        }
      }
      inFlight.take().ifPresent(done -> settle(consumer, claims, steps, done));
    } catch (RuntimeException e) {
      if (stopping.getCount() > 0 || !(e instanceof WakeupException)) {
        giveUp(e);
      }
    }
  }

  /** What was read already isn't kept waiting for what may come. */
  private Duration patience(Gathering gathering) {
    return gathering.size() == 0 ? config.consumer().pollTimeout() : SHORTEST_POLL;
  }

  private void giveUp(RuntimeException e) {
    if (stopping.getCount() == 0) {
      LOG.infof("stopped while a batch was not yet counted: it comes again at the next start");
      return;
    }
    status.now(ConsumerStatus.State.FAILED);
    LOG.fatal("the topic consumer stops: nothing is counted until the service is restarted", e);
  }

  /** Tells Kafka what is counted, and claims again what was lost although Kafka says it is ours. */
  private void settle(
      Consumer<byte[], byte[]> consumer, Claims claims, Steps steps, InFlight.Done done) {
    NavigableSet<SourcePartition> lost = done.lost();
    Map<TopicPartition, OffsetAndMetadata> hint = new HashMap<>();
    done.batch()
        .slices()
        .forEach(
            (source, slice) -> {
              if (lost.contains(source)) {
                fences.merge(source, 1, Integer::sum);
              } else {
                fences.remove(source);
                hint.put(TopicPartitions.of(source), new OffsetAndMetadata(slice.next()));
                steps.counted(TopicPartitions.of(source), slice.next());
              }
            });
    steps.keepOnly(consumer.assignment());
    hint.keySet().retainAll(consumer.assignment());
    consumer.commitAsync(hint, (offsets, failure) -> {});
    if (lost.isEmpty()) {
      return;
    }
    LOG.warnf("someone else counts %s: what was polled from there is dropped", lost);
    if (fences.values().stream().anyMatch(times -> times >= config.consumer().maxFences())) {
      throw new IllegalStateException(
          "lost again and again: %s; is another installation writing to this database?"
              .formatted(fences));
    }
    claims.claim(
        lost.stream().map(TopicPartitions::of).filter(consumer.assignment()::contains).toList());
  }

  private boolean ensurePartitions(LocalDate today) {
    if (!today.equals(partitionedOn)) {
      partitions.ensure(today);
      partitionedOn = today;
    }
    return true;
  }

  private FactDecoder decoder(LocalDate today) {
    return new FactDecoder(partitions.first(today), partitions.last(today));
  }

  /** Instances hold contiguous ranges of partitions, so each writes to a stripe of its own. */
  private int stripe(Consumer<?, ?> consumer, Claims claims) {
    int partitionCount = consumer.partitionsFor(Topics.EVENTS).size();
    return claims.lowestPartition() * config.stripes() / partitionCount;
  }

  private Map<String, Object> consumerConfig() {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.consumer().groupId());
    settings.put(
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    settings.put(
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
        Math.toIntExact(config.consumer().sessionTimeout().toMillis()));
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
    settings.put(
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        Math.min(POLL_RECORDS, config.consumer().batchRecords()));
    settings.put(
        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, config.consumer().partitionBytes());
    return settings;
  }
}
