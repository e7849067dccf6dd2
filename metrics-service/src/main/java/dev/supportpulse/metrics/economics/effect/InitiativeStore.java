package dev.supportpulse.metrics.economics.effect;

import dev.supportpulse.metrics.reference.Change;
import java.util.List;
import java.util.Optional;

/** Keeps initiatives; every change is audited in the same transaction. */
public interface InitiativeStore {

  /** In the order of their first days. */
  List<Initiative> of(String project);

  Optional<Initiative> find(String project, String name);

  /** Keeps it, in place of one of the same name. */
  void put(String project, Initiative initiative, Change change);

  /** Forgets it; whether there was one. */
  boolean remove(String project, String name, Change change);
}
