package dev.supportpulse.benchmarks.count.jpa;

import dev.supportpulse.benchmarks.count.Packer;
import dev.supportpulse.benchmarks.count.Unpacker;
import dev.supportpulse.events.Channel;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.metrics.ledger.LedgerEntry;
import dev.supportpulse.metrics.tally.Dimensions;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An accepted event, with the columns of the service's ledger. */
@Entity
@Table(name = "ledger", indexes = @Index(columnList = "project, caseId"))
public class LedgerRow {

  @EmbeddedId private EventId key;

  @Enumerated(EnumType.STRING)
  private EventType type;

  private String source;
  private String id;
  private Instant occurredAt;
  private Instant receivedAt;
  private Instant recordedAt;
  private @Nullable String caseId;
  private @Nullable String account;

  @Enumerated(EnumType.STRING)
  private @Nullable NeedCategory ownCategory;

  @Enumerated(EnumType.STRING)
  private @Nullable Channel ownChannel;

  private @Nullable String ownTier;

  @Enumerated(EnumType.STRING)
  private @Nullable SupportMode ownMode;

  private byte[] tally;
  private boolean classifiable;
  private boolean lacksSentiment;
  private boolean voided;

  private byte[] classification;

  @Enumerated(EnumType.STRING)
  private @Nullable NeedCategory category;

  @Enumerated(EnumType.STRING)
  private @Nullable Channel channel;

  private @Nullable String tier;

  @Enumerated(EnumType.STRING)
  private @Nullable SupportMode mode;

  /** For JPA. */
  protected LedgerRow() {}

  LedgerRow(LedgerEntry entry) {
    key = EventId.of(entry.key());
    type = entry.type();
    source = entry.source();
    id = entry.id();
    occurredAt = entry.occurredAt();
    receivedAt = entry.receivedAt();
    recordedAt = entry.recordedAt();
    caseId = entry.caseId();
    account = entry.account();
    ownCategory = entry.own().category();
    ownChannel = entry.own().channel();
    ownTier = entry.own().tier();
    ownMode = entry.own().mode();
    tally = new Packer().tally(entry.tally()).bytes();
    classifiable = entry.classifiable();
    lacksSentiment = entry.lacksSentiment();
    update(entry);
  }

  /** Takes over what may change. */
  final void update(LedgerEntry entry) {
    voided = entry.voided();
    classification = new Packer().classification(entry.classification()).bytes();
    category = entry.counted().category();
    channel = entry.counted().channel();
    tier = entry.counted().tier();
    mode = entry.counted().mode();
  }

  LedgerEntry entry() {
    return new LedgerEntry(
        key.key(),
        type,
        source,
        id,
        occurredAt,
        receivedAt,
        recordedAt,
        caseId,
        account,
        null,
        new Dimensions(ownCategory, ownChannel, ownTier, ownMode),
        new Unpacker(tally).tally(),
        classifiable,
        lacksSentiment,
        voided,
        new Unpacker(classification).classification(),
        new Dimensions(category, channel, tier, mode));
  }
}
