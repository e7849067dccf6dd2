package dev.supportpulse.metrics.postgres.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.metrics.economics.pricing.ServiceTierStore;
import dev.supportpulse.metrics.economics.pricing.ServiceTiers;
import dev.supportpulse.metrics.reference.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Service tiers in PostgreSQL. */
@ApplicationScoped
@Transactional
public class PanacheServiceTierStore implements ServiceTierStore {

  private final EntityManager entities;
  private final ObjectMapper json;

  PanacheServiceTierStore(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json;
  }

  @Override
  public Optional<ServiceTiers> of(String project) {
    return ServiceTiersRow.<ServiceTiersRow>findByIdOptional(project).map(row -> read(row.body));
  }

  @Override
  public void put(String project, ServiceTiers tiers, Change change) {
    Audit.inOrder(project, "service-tiers", change);
    ServiceTiersRow row = new ServiceTiersRow();
    row.project = project;
    row.body = write(tiers);
    entities.merge(row);
  }

  private ServiceTiers read(String body) {
    try {
      return json.readValue(body, ServiceTiers.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("service tiers in the database can't be read", e);
    }
  }

  private String write(ServiceTiers tiers) {
    try {
      return json.writeValueAsString(tiers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read can be written", e);
    }
  }
}
