package dev.supportpulse.metrics.economics.scenario;

import dev.supportpulse.metrics.reference.Change;
import java.util.List;
import java.util.Optional;

/** Keeps scenarios; every change is audited in the same transaction. */
public interface ScenarioStore {

  /** In the order of their names. */
  List<Scenario> of(String project);

  Optional<Scenario> find(String project, String name);

  /** Keeps it, in place of one of the same name. */
  void put(String project, Scenario scenario, Change change);

  /** Forgets it; whether there was one. */
  boolean remove(String project, String name, Change change);
}
