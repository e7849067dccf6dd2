package dev.supportpulse.metrics.economics.pricing;

import dev.supportpulse.metrics.reference.Change;
import java.util.Optional;

/** Keeps service tiers; every change is audited in the same transaction. */
public interface ServiceTierStore {

  Optional<ServiceTiers> of(String project);

  /** Replaces all of them. */
  void put(String project, ServiceTiers tiers, Change change);
}
