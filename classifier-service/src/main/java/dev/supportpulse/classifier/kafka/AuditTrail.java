package dev.supportpulse.classifier.kafka;

import dev.supportpulse.classifier.assessment.EventClassifier;
import dev.supportpulse.events.OperationAudited;
import dev.supportpulse.events.SupportEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells {@code support.audit}, which is kept for ever, who did what, <em>before</em> it is done:
 * what the trail doesn't have didn't happen, while what it has may have failed, and then comes
 * again.
 */
@ApplicationScoped
public class AuditTrail {

  private final Publisher publisher;
  private final Clock clock;

  AuditTrail(Publisher publisher, Clock clock) {
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * Adds an entry; returns when it is durable.
   *
   * @param actor the id of the caller's key
   * @param operation a stable upper-case code
   * @param object the name of what it is done to, never its content nor whose it is
   * @throws BrokerAway if it may not be
   */
  public void tell(String actor, String operation, String project, @Nullable String object) {
    SupportEvent audited =
        new SupportEvent(
            project,
            EventClassifier.SOURCE,
            UUID.randomUUID().toString(),
            clock.instant(),
            null,
            null,
            null,
            new OperationAudited(actor, operation, object));
    if (!publisher.isPublished(List.of(Outgoing.audit(audited)))) {
      throw new BrokerAway("the audit could not be told");
    }
  }
}
