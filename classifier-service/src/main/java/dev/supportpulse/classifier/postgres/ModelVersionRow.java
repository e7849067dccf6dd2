package dev.supportpulse.classifier.postgres;

import dev.supportpulse.events.ClassifierTier;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A version of the models. */
@Entity
@Table(name = "model_version")
public class ModelVersionRow extends PanacheEntityBase {
  @Id public String version;
  public String shipped;
  public long through;

  @Column(name = "made_at")
  public Instant madeAt;

  /** JSON. */
  public String models;

  /** JSON. */
  public String lessons;

  /** JSON. */
  public @Nullable String report;

  /** Loaded only when it is asked for. */
  @ElementCollection
  @CollectionTable(name = "model_file", joinColumns = @JoinColumn(name = "version"))
  @MapKeyColumn(name = "tier")
  @MapKeyEnumerated(EnumType.STRING)
  @Column(name = "content")
  public Map<ClassifierTier, byte[]> files = new EnumMap<>(ClassifierTier.class);
}
