package dev.supportpulse.benchmarks.count.jpa;

import dev.supportpulse.events.Identity;
import dev.supportpulse.metrics.ledger.EventKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The key of an identity and of its ledger row. */
@Embeddable
public record EventId(
    @Column(nullable = false) String project, @Column(nullable = false) String identity) {

  static EventId of(EventKey key) {
    return new EventId(key.project(), key.identity().hex());
  }

  EventKey key() {
    return new EventKey(project, new Identity(identity));
  }
}
