package dev.supportpulse.metrics.postgres.reference;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a project did to improve its support. */
@Entity
@Table(name = "initiative")
public class InitiativeRow extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  public String project;
  public String name;
  public @Nullable String title;

  @Column(name = "from_day")
  public LocalDate firstDay;

  @Column(name = "ramp_days")
  public int rampDays;
}
