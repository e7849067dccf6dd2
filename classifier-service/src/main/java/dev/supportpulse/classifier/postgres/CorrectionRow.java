package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.correction.Correction;
import dev.supportpulse.classifier.correction.Stored;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Target;
import dev.supportpulse.events.Sentiment;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A correction. */
@Entity
@Table(name = "correction")
public class CorrectionRow extends PanacheEntityBase {
  @Id public long sequence;
  public String project;
  public String id;

  @Column(name = "target_source")
  public String targetSource;

  @Column(name = "target_id")
  public String targetId;

  /** Of the target. */
  public byte[] identity;

  @Enumerated(EnumType.STRING)
  public NeedCategory category;

  @Column(name = "sub_category")
  public @Nullable String subCategory;

  @Enumerated(EnumType.STRING)
  public @Nullable Sentiment sentiment;

  public @Nullable String note;
  public @Nullable String title;
  public @Nullable String body;

  @Column(name = "corrected_by")
  public String correctedBy;

  @Column(name = "corrected_at")
  public Instant correctedAt;

  @Column(name = "published_at")
  public @Nullable Instant publishedAt;

  public @Nullable Long learnable;

  @Column(name = "sought_at")
  public @Nullable Instant soughtAt;

  @Column(name = "forgotten_at")
  public @Nullable Instant forgottenAt;

  static CorrectionRow of(Correction correction, long sequence) {
    CorrectionRow row = new CorrectionRow();
    row.sequence = sequence;
    row.project = correction.project();
    row.id = correction.id();
    row.targetSource = correction.target().source();
    row.targetId = correction.target().id();
    row.identity =
        Identity.of(correction.project(), correction.target().source(), correction.target().id())
            .bytes();
    row.category = correction.category();
    row.subCategory = correction.subCategory();
    row.sentiment = correction.sentiment();
    row.note = correction.note();
    row.title = correction.title();
    row.body = correction.text();
    row.correctedBy = correction.correctedBy();
    row.correctedAt = correction.correctedAt();
    row.learnable = correction.hasText() ? sequence : null;
    return row;
  }

  Stored stored() {
    return new Stored(
        new Correction(
            project,
            id,
            new Target(targetSource, targetId),
            category,
            subCategory,
            sentiment,
            note,
            title,
            body,
            correctedBy,
            correctedAt),
        sequence,
        publishedAt != null,
        learnable);
  }
}
