package dev.supportpulse.intake.kafka;

import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.OperationAudited;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.intake.audit.AuditTrail;
import dev.supportpulse.intake.audit.Audited;
import dev.supportpulse.intake.submission.Claim;
import dev.supportpulse.intake.submission.LogEntry;
import io.cloudevents.kafka.KafkaMessageFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The audit trail as CloudEvents in a topic that is kept for ever, by project. */
@ApplicationScoped
class KafkaAuditTrail implements AuditTrail {

  private final RedriveProducer producer;

  KafkaAuditTrail(RedriveProducer producer) {
    this.producer = producer;
  }

  @Override
  public void record(List<Audited> entries) {
    producer.send(entries.stream().map(KafkaAuditTrail::record).toList());
  }

  private static ProducerRecord<byte[], byte[]> record(Audited entry) {
    String project = Objects.requireNonNullElse(entry.project(), Claim.UNKNOWN_PROJECT);
    SupportEvent event =
        new SupportEvent(
            project,
            LogEntry.OWN_SOURCE,
            UUID.randomUUID().toString(),
            entry.at(),
            null,
            null,
            null,
            new OperationAudited(entry.actor(), entry.operation().name(), entry.object()));
    byte[] key = project.getBytes(StandardCharsets.UTF_8);
    return KafkaMessageFactory.createWriter(Topics.AUDIT, key)
        .writeBinary(EventCodec.encode(event));
  }
}
