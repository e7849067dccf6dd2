package dev.supportpulse.metrics.kafka;

import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.OperationAudited;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.metrics.config.AuditConfig;
import dev.supportpulse.metrics.postgres.AuditOutbox;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Tells {@code support.audit} who changed what, soon after it was committed, at least once: the
 * same change always has the same id. What was set stays in the database, which has it for ever.
 */
@ApplicationScoped
public class AuditTeller {

  private static final Logger LOG = Logger.getLogger(AuditTeller.class);
  private static final String SOURCE = "/metrics";
  private static final Set<String> DEEDS = Set.of("erase-project", "erase-user", "rebuild");
  private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

  private final AuditOutbox outbox;
  private final Emitter<byte[]> topic;
  private final AuditConfig config;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::work, "audit-teller");

  AuditTeller(
      AuditOutbox outbox,
      @Channel("audit") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<byte[]> topic,
      AuditConfig config) {
    this.outbox = outbox;
    this.topic = topic;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    thread.join(LONGEST_STOP.toMillis());
  }

  private void work() {
    try {
      while (!stopping.await(config.every().toMillis(), TimeUnit.MILLISECONDS)) {
        tell();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells what there is to tell; what fails is told the next time. */
  void tell() {
    try {
      int told;
      do {
        told = outbox.tell(this::send);
      } while (told > 0 && stopping.getCount() > 0);
    } catch (RuntimeException e) {
      LOG.warnf("the audit topic is told later: %s", e.getMessage());
    }
  }

  private void send(List<AuditOutbox.Entry> entries) {
    CompletableFuture.allOf(
            entries.stream()
                .map(entry -> Outlet.send(topic, record(entry)))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private static ProducerRecord<byte[], byte[]> record(AuditOutbox.Entry entry) {
    SupportEvent event =
        new SupportEvent(
            entry.project(),
            SOURCE,
            "audit-%d-%d".formatted(entry.id(), entry.at().toEpochMilli()),
            entry.at(),
            null,
            null,
            null,
            new OperationAudited(entry.actor(), operation(entry.action()), null));
    byte[] key = entry.project().getBytes(StandardCharsets.UTF_8);
    return KafkaMessageFactory.<byte[]>createWriter(Topics.AUDIT, null, null, key)
        .writeBinary(EventCodec.encode(event));
  }

  /** {@code ERASE_USER}, {@code SET_RATE_CARD}: what is no deed of its own was set. */
  static String operation(String action) {
    String code = action.toUpperCase(Locale.ROOT).replace('-', '_');
    return DEEDS.contains(action) ? code : "SET_" + code;
  }
}
