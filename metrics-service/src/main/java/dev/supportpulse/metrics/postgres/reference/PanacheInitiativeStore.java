package dev.supportpulse.metrics.postgres.reference;

import dev.supportpulse.metrics.economics.effect.Initiative;
import dev.supportpulse.metrics.economics.effect.InitiativeStore;
import dev.supportpulse.metrics.reference.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Initiatives in PostgreSQL. */
@ApplicationScoped
@Transactional
public class PanacheInitiativeStore implements InitiativeStore {

  @Override
  public List<Initiative> of(String project) {
    return InitiativeRow.<InitiativeRow>list("project = ?1 order by firstDay, name", project)
        .stream()
        .map(PanacheInitiativeStore::initiative)
        .toList();
  }

  @Override
  public Optional<Initiative> find(String project, String name) {
    return row(project, name).map(PanacheInitiativeStore::initiative);
  }

  @Override
  public void put(String project, Initiative initiative, Change change) {
    Audit.inOrder(project, "initiative", change);
    InitiativeRow row = row(project, initiative.name()).orElseGet(InitiativeRow::new);
    row.project = project;
    row.name = initiative.name();
    row.title = initiative.title();
    row.firstDay = initiative.from();
    row.rampDays = initiative.rampDays();
    row.persist();
  }

  @Override
  public boolean remove(String project, String name, Change change) {
    Audit.inOrder(project, "initiative-removed", change);
    return InitiativeRow.delete("project = ?1 and name = ?2", project, name) > 0;
  }

  private static Optional<InitiativeRow> row(String project, String name) {
    return InitiativeRow.<InitiativeRow>find("project = ?1 and name = ?2", project, name)
        .firstResultOptional();
  }

  private static Initiative initiative(InitiativeRow row) {
    return new Initiative(row.name, row.title, row.firstDay, row.rampDays);
  }
}
