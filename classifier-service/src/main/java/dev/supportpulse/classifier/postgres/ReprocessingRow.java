package dev.supportpulse.classifier.postgres;

import dev.supportpulse.events.ClassifierTier;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A wish that events be classified again. */
@Entity
@Table(name = "reprocessing")
public class ReprocessingRow extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  public @Nullable String project;

  @Enumerated(EnumType.STRING)
  public @Nullable ClassifierTier tier;

  @Column(name = "requested_at")
  public Instant requestedAt;

  @Column(name = "requested_by")
  public String requestedBy;

  /** JSON. */
  public String begins;

  /** JSON. */
  public String ends;

  @Column(name = "finished_at")
  public @Nullable Instant finishedAt;
}
