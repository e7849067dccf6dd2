package dev.supportpulse.intake.kafka;

import dev.supportpulse.events.Topics;
import dev.supportpulse.events.TraceParent;
import dev.supportpulse.intake.config.IntakeConfig;
import dev.supportpulse.intake.submission.EventLog;
import dev.supportpulse.intake.submission.LogEntry;
import dev.supportpulse.intake.submission.LogUnavailable;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Appends to Kafka with an idempotent producer; an append is done when every in-sync replica has
 * every record.
 *
 * <p>The producer never blocks its callers: while it knows no topic or its buffer is full, it fails
 * at once. So requests send from the threads that read them, and while the broker is away memory
 * stays bounded, no thread waits, and clients hear so in time.
 */
@Startup
@ApplicationScoped
class KafkaEventLog implements EventLog {

  private static final Logger LOG = Logger.getLogger(KafkaEventLog.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
  private static final Duration TRY_AGAIN = Duration.ofMillis(200);

  /** A broker that starts at the same time may take a second; then it is told every minute. */
  private static final int TELL_FIRST = 5;

  private static final int TELL_EVERY = 300;
  private static final List<String> TOPICS = List.of(Topics.EVENTS, Topics.REJECTED);

  /** Else a topic that nobody sent to for five minutes is forgotten, and the next event refused. */
  private static final Duration REMEMBER_TOPICS = Duration.ofDays(365);

  private final Map<String, Object> settings;
  private final Duration patience;
  private final ScheduledExecutorService connector =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "log-connector"));
  private final CompletableFuture<Producer<String, byte[]>> connected = new CompletableFuture<>();
  private @Nullable Producer<String, byte[]> producer;
  private int attempt;

  KafkaEventLog(
      @Identifier("default-kafka-broker") Map<String, Object> connection, IntakeConfig config) {
    patience = config.acknowledgeWithin();
    settings = ProducerSettings.of(connection, patience, config.bufferSize().asLongValue());
    settings.put(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, (int) config.maxRecordSize().asLongValue());
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0L);
    settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, REMEMBER_TOPICS.toMillis());
    Future<?> unused = // it logs what goes wrong
        connector.scheduleWithFixedDelay(
            this::connect, 0, TRY_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Once the producer knows the topics, whoever waits for it goes on. A broker whose name isn't
   * known yet is no reason not to start.
   */
  private synchronized void connect() {
    try {
      Producer<String, byte[]> made = producer;
      if (made == null) {
        made = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        producer = made;
      }
      TOPICS.forEach(made::partitionsFor);
      connected.complete(made);
      connector.shutdown();
    } catch (RuntimeException e) { // whatever it is: what fails is not scheduled again
      LOG.logf(
          attempt++ % TELL_EVERY == TELL_FIRST ? Logger.Level.WARN : Logger.Level.DEBUG,
          "not connected to the broker yet, trying on: %s",
          e.getMessage());
    }
  }

  @Override
  public CompletionStage<Void> append(List<LogEntry> entries) {
    return connected
        .thenCompose(producer -> send(producer, entries))
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(
            failure ->
                CompletableFuture.failedFuture(
                    new LogUnavailable("the broker doesn't acknowledge", failure)));
  }

  private static CompletableFuture<Void> send(
      Producer<String, byte[]> producer, List<LogEntry> entries) {
    CompletableFuture<Void> durable = new CompletableFuture<>();
    if (entries.isEmpty()) {
      durable.complete(null);
    }
    AtomicInteger pending = new AtomicInteger(entries.size());
    Callback counting =
        (metadata, failure) -> {
          if (failure != null) {
            durable.completeExceptionally(failure);
          } else if (pending.decrementAndGet() == 0) {
            durable.complete(null);
          }
        };
    for (LogEntry entry : entries) {
      if (durable.isCompletedExceptionally()) {
        break;
      }
      send(producer, record(entry), counting);
    }
    return durable;
  }

  private static void send(
      Producer<String, byte[]> producer, ProducerRecord<String, byte[]> record, Callback callback) {
    try {
      Future<RecordMetadata> unused = producer.send(record, callback); // which tells the same
    } catch (RuntimeException e) {
      callback.onCompletion(null, e);
    }
  }

  private static ProducerRecord<String, byte[]> record(LogEntry entry) {
    ProducerRecord<String, byte[]> record =
        KafkaMessageFactory.<String>createWriter(entry.topic(), entry.key().hex())
            .writeBinary(entry.event());
    String traceparent = entry.traceparent();
    if (traceparent != null) {
      record.headers().add(TraceParent.HEADER, traceparent.getBytes(StandardCharsets.US_ASCII));
    }
    return record;
  }

  @PreDestroy
  void close() {
    connector.shutdownNow();
    closeProducer();
  }

  private synchronized void closeProducer() {
    if (producer != null) {
      producer.close(CLOSE_WITHIN);
    }
  }
}
