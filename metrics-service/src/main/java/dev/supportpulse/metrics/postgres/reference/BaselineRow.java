package dev.supportpulse.metrics.postgres.reference;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A project's baseline, an exact fraction. */
@Entity
@Table(name = "baseline")
public class BaselineRow extends PanacheEntityBase {
  @Id public String project;
  public BigDecimal numerator;
  public BigDecimal denominator;

  @Column(name = "from_at")
  public @Nullable Instant from;

  @Column(name = "to_at")
  public @Nullable Instant to;
}
