package dev.supportpulse.benchmarks.count.jpa;

import dev.supportpulse.events.Digest;
import dev.supportpulse.metrics.ledger.EventKey;
import dev.supportpulse.metrics.ledger.KnownIdentity;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An identity that has come, or was voided before it came. */
@Entity
@Table(name = "identity")
public class IdentityRow {

  @EmbeddedId private EventId id;
  private @Nullable String digest;
  private @Nullable LocalDate day;
  private boolean voided;

  /** For JPA. */
  protected IdentityRow() {}

  IdentityRow(EventKey key) {
    this.id = EventId.of(key);
  }

  void set(KnownIdentity known) {
    digest = known.digest() == null ? null : known.digest().hex();
    day = known.day();
    voided = known.voided();
  }

  KnownIdentity known() {
    return new KnownIdentity(digest == null ? null : new Digest(digest), day, voided);
  }

  EventKey key() {
    return id.key();
  }
}
