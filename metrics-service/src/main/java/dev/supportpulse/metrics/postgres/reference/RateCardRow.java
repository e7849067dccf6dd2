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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** One version of a project's rate card. */
@Entity
@Table(name = "rate_card")
public class RateCardRow extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  public String project;

  @Column(name = "valid_from")
  public LocalDate validFrom;

  public String currency;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "rate", joinColumns = @JoinColumn(name = "rate_card_id"))
  @MapKeyColumn(name = "item")
  @Column(name = "rate")
  public Map<String, BigDecimal> items = new HashMap<>();
}
