package dev.supportpulse.metrics.postgres.reference;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A project's service tiers, as JSON. */
@Entity
@Table(name = "service_tiers")
public class ServiceTiersRow extends PanacheEntityBase {
  @Id public String project;
  public String body;
}
