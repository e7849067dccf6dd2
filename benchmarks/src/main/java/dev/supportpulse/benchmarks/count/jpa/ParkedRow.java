package dev.supportpulse.benchmarks.count.jpa;

import dev.supportpulse.events.ClassificationOrigin;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.metrics.ledger.Classification;
import dev.supportpulse.metrics.ledger.ParkedKey;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A classification that waits for its event. */
@Entity
@Table(name = "parked_classification")
public class ParkedRow {

  @EmbeddedId private Id id;

  @Enumerated(EnumType.STRING)
  private NeedCategory category;

  @Enumerated(EnumType.STRING)
  private @Nullable Sentiment sentiment;

  @Enumerated(EnumType.STRING)
  private ClassificationOrigin origin;

  private long sequence;

  @Enumerated(EnumType.STRING)
  private ClassifierTier tier;

  /** The digest is empty for a human's classification that names none. */
  @Embeddable
  public record Id(EventId target, String digest) {

    static Id of(ParkedKey key) {
      return new Id(EventId.of(key.target()), key.digest() == null ? "" : key.digest().hex());
    }
  }

  /** For JPA. */
  protected ParkedRow() {}

  ParkedRow(ParkedKey key, Classification classification) {
    this.id = Id.of(key);
    this.category = classification.category();
    this.sentiment = classification.sentiment();
    this.origin = classification.origin();
    this.sequence = classification.sequence();
    this.tier = classification.tier();
  }

  ParkedKey key() {
    return new ParkedKey(id.target().key(), id.digest().isEmpty() ? null : new Digest(id.digest()));
  }

  Classification classification() {
    return new Classification(category, sentiment, origin, sequence, tier);
  }
}
