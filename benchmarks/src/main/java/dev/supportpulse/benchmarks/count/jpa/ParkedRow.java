package dev.supportpulse.benchmarks.count.jpa;

import dev.supportpulse.benchmarks.count.Packer;
import dev.supportpulse.benchmarks.count.Unpacker;
import dev.supportpulse.events.Digest;
import dev.supportpulse.metrics.ledger.Classification;
import dev.supportpulse.metrics.ledger.ParkedKey;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Objects;

/** A classification that waits for its event. */
@Entity
@Table(name = "parked_classification")
public class ParkedRow {

  @EmbeddedId private Id id;

  private byte[] classification;

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
    this.classification = new Packer().classification(classification).bytes();
  }

  ParkedKey key() {
    return new ParkedKey(id.target().key(), id.digest().isEmpty() ? null : new Digest(id.digest()));
  }

  Classification classification() {
    return Objects.requireNonNull(new Unpacker(classification).classification());
  }
}
