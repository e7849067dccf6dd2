package dev.supportpulse.metrics.postgres.reference;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The weights of one weighted figure of a project. */
@Entity
@Table(name = "weights")
public class WeightsRow extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  public String project;
  public String figure;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "weight", joinColumns = @JoinColumn(name = "weights_id"))
  @MapKeyColumn(name = "component")
  @Column(name = "weight")
  public Map<String, BigDecimal> components = new HashMap<>();
}
