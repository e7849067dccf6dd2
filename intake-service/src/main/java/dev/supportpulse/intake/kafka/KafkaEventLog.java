package dev.supportpulse.intake.kafka;

import dev.supportpulse.intake.config.IntakeConfig;
import dev.supportpulse.intake.submission.EventLog;
import dev.supportpulse.intake.submission.LogEntry;
import dev.supportpulse.intake.submission.LogUnavailable;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Appends to Kafka with an idempotent producer; an append is done when every in-sync replica has
 * every record.
 *
 * <p>{@link Producer#send} blocks while the broker is away and its buffer is full or it knows no
 * metadata, so one thread sends for all, from a short queue. What has waited too long is answered
 * without being sent: while the broker is away memory stays bounded and clients hear so in time.
 */
@Startup
@ApplicationScoped
class KafkaEventLog implements EventLog {

  private static final Logger LOG = Logger.getLogger(KafkaEventLog.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

  private final Map<String, Object> settings;
  private final Duration patience;
  private final ThreadPoolExecutor sender;
  private volatile @Nullable Producer<String, byte[]> producer;

  KafkaEventLog(
      @Identifier("default-kafka-broker") Map<String, Object> connection, IntakeConfig config) {
    settings =
        ProducerSettings.of(
            connection, config.acknowledgeWithin(), config.bufferSize().asLongValue());
    settings.put(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, (int) config.maxRecordSize().asLongValue());
    patience = config.acknowledgeWithin();
    sender =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(config.maxWaitingRequests()),
            task -> new Thread(task, "log-sender"));
    sender.execute(this::connect);
  }

  /** Ahead of the first request, so that it doesn't wait for this; failing that, the next tries. */
  private void connect() {
    try {
      producer();
    } catch (KafkaException e) {
      LOG.warnf("no producer yet: %s", e.getCause() == null ? e : e.getCause());
    }
  }

  /** On the sender's thread only. A broker whose name isn't known yet is no reason not to start. */
  private Producer<String, byte[]> producer() {
    Producer<String, byte[]> known = producer;
    if (known == null) {
      known = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
      producer = known;
    }
    return known;
  }

  @Override
  public CompletionStage<Void> append(List<LogEntry> entries) {
    List<ProducerRecord<String, byte[]>> records =
        entries.stream().map(KafkaEventLog::record).toList();
    CompletableFuture<Void> durable = new CompletableFuture<>();
    try {
      sender.execute(() -> send(records, durable));
    } catch (RejectedExecutionException e) {
      durable.completeExceptionally(e);
    }
    return durable
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(
            failure ->
                CompletableFuture.failedFuture(
                    new LogUnavailable("the broker doesn't acknowledge", failure)));
  }

  private void send(List<ProducerRecord<String, byte[]>> records, CompletableFuture<Void> durable) {
    if (records.isEmpty()) {
      durable.complete(null);
    }
    AtomicInteger pending = new AtomicInteger(records.size());
    for (ProducerRecord<String, byte[]> record : records) {
      if (durable.isDone()) {
        return;
      }
      send(record, pending, durable);
    }
  }

  private void send(
      ProducerRecord<String, byte[]> record,
      AtomicInteger pending,
      CompletableFuture<Void> durable) {
    try {
      Future<RecordMetadata> unused = // the callback tells the same
          producer()
              .send(
                  record,
                  (metadata, failure) -> {
                    if (failure != null) {
                      durable.completeExceptionally(failure);
                    } else if (pending.decrementAndGet() == 0) {
                      durable.complete(null);
                    }
                  });
    } catch (RuntimeException e) {
      durable.completeExceptionally(e);
    }
  }

  private static ProducerRecord<String, byte[]> record(LogEntry entry) {
    return KafkaMessageFactory.<String>createWriter(entry.topic(), entry.key().hex())
        .writeBinary(entry.event());
  }

  @PreDestroy
  void close() {
    sender.shutdown();
    Producer<String, byte[]> known = producer;
    if (known != null) {
      known.close(CLOSE_WITHIN);
    }
  }
}
