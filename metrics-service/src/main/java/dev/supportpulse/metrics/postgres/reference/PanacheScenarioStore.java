package dev.supportpulse.metrics.postgres.reference;

import dev.supportpulse.metrics.economics.scenario.Scenario;
import dev.supportpulse.metrics.economics.scenario.ScenarioStore;
import dev.supportpulse.metrics.reference.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Scenarios in PostgreSQL. */
@ApplicationScoped
@Transactional
public class PanacheScenarioStore implements ScenarioStore {

  @Override
  public List<Scenario> of(String project) {
    return ScenarioRow.<ScenarioRow>list("project = ?1 order by name", project).stream()
        .map(PanacheScenarioStore::scenario)
        .toList();
  }

  @Override
  public Optional<Scenario> find(String project, String name) {
    return row(project, name).map(PanacheScenarioStore::scenario);
  }

  @Override
  public void put(String project, Scenario scenario, Change change) {
    Audit.inOrder(project, "plan-scenario", change);
    ScenarioRow row = row(project, scenario.name()).orElseGet(ScenarioRow::new);
    row.project = project;
    row.name = scenario.name();
    row.savedAt = scenario.savedAt();
    row.question = scenario.question();
    row.answer = scenario.answer();
    row.persist();
  }

  @Override
  public boolean remove(String project, String name, Change change) {
    Audit.inOrder(project, "plan-scenario-removed", change);
    return ScenarioRow.delete("project = ?1 and name = ?2", project, name) > 0;
  }

  private static Optional<ScenarioRow> row(String project, String name) {
    return ScenarioRow.<ScenarioRow>find("project = ?1 and name = ?2", project, name)
        .firstResultOptional();
  }

  private static Scenario scenario(ScenarioRow row) {
    return new Scenario(row.name, row.savedAt, row.question, row.answer);
  }
}
