package dev.supportpulse.metrics.postgres.reference;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A plan that a project keeps. */
@Entity
@Table(name = "plan_scenario")
public class ScenarioRow extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  public String project;
  public String name;

  @Column(name = "saved_at")
  public Instant savedAt;

  public String question;
  public String answer;
}
