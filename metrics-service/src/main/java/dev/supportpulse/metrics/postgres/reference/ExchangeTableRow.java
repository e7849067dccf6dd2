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

/** One table of a project's exchange rates. */
@Entity
@Table(name = "exchange_table")
public class ExchangeTableRow extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  public String project;

  /** What is converted to. */
  public String currency;

  @Column(name = "valid_from")
  public LocalDate validFrom;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "exchange_rate", joinColumns = @JoinColumn(name = "exchange_table_id"))
  @MapKeyColumn(name = "currency")
  @Column(name = "rate")
  public Map<String, BigDecimal> rates = new HashMap<>();
}
