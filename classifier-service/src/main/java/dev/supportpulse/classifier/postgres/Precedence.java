package dev.supportpulse.classifier.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Draws the sequences that decide between classifications of one event. Who draws holds a lock to
 * the end of the transaction, so that a higher sequence is never visible before a lower one.
 */
@ApplicationScoped
public class Precedence {

  private final EntityManager entities;

  Precedence(EntityManager entities) {
    this.entities = entities;
  }

  /** Waits until nobody else draws, and keeps others from it to the end of the transaction. */
  void lock() {
    entities
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtextextended('classifier precedence', 0))")
        .getSingleResult();
  }

  /** The next one; at least 1000, ascending. */
  long draw() {
    lock();
    return ((Number)
            entities.createNativeQuery("select nextval('classifier.precedence')").getSingleResult())
        .longValue();
  }
}
