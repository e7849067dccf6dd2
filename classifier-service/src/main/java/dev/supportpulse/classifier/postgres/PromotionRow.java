package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.learning.Promotion;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Since when a version is the champion. */
@Entity
@Table(name = "promotion")
public class PromotionRow extends PanacheEntityBase {
  @Id public long sequence;
  public String version;

  @Column(name = "promoted_at")
  public Instant promotedAt;

  @Column(name = "promoted_by")
  public String promotedBy;

  Promotion promotion() {
    return new Promotion(version, sequence, promotedAt, promotedBy);
  }
}
