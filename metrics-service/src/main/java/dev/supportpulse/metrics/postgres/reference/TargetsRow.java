package dev.supportpulse.metrics.postgres.reference;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A project's targets. */
@Entity
@Table(name = "targets")
public class TargetsRow extends PanacheEntityBase {
  @Id public String project;

  @Column(name = "first_response_seconds")
  public @Nullable Long firstResponseSeconds;

  @Column(name = "resolution_seconds")
  public @Nullable Long resolutionSeconds;

  @Column(name = "quality_floor")
  public @Nullable BigDecimal qualityFloor;

  /** JSON. */
  @Column(name = "business_hours")
  public @Nullable String businessHours;

  @Nullable Duration firstResponse() {
    return firstResponseSeconds == null ? null : Duration.ofSeconds(firstResponseSeconds);
  }

  @Nullable Duration resolution() {
    return resolutionSeconds == null ? null : Duration.ofSeconds(resolutionSeconds);
  }
}
