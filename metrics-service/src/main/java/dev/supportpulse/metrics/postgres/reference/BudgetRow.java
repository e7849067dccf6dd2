package dev.supportpulse.metrics.postgres.reference;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** A project's budget. */
@Entity
@Table(name = "budget")
public class BudgetRow extends PanacheEntityBase {
  @Id public String project;
  public BigDecimal amount;
  public String currency;

  @Column(name = "from_at")
  public Instant from;

  @Column(name = "to_at")
  public Instant to;
}
