package dev.supportpulse.metrics.ledger;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was erased, by when it was done: topics are read again and upstream systems try again, and
 * neither may bring it back.
 *
 * @param projects of which nothing of before is counted
 * @param users to whom nothing of before is linked
 */
public record Erasures(Map<String, Instant> projects, Map<User, Instant> users) {

  /** Nothing was ever erased. */
  public static final Erasures NONE = new Erasures(Map.of(), Map.of());

  public Erasures {
    projects = Map.copyOf(projects);
    users = Map.copyOf(users);
  }

  /** A user of a project, by pseudonym. */
  public record User(String project, String pseudonym) {}

  /** Whether the fact is of before its project was erased, so that it is not counted. */
  public boolean cover(Fact fact) {
    if (fact instanceof Fact.EventArrived event) {
      String project = event.key().project();
      return cover(project, event.receivedAt()) || cover(project, event.occurredAt());
    }
    if (fact instanceof Fact.NeedFound found) {
      return cover(found.target().project(), found.classifiedAt());
    }
    if (fact instanceof Fact.EventRefused refused) {
      return cover(refused.key().project(), refused.receivedAt());
    }
    throw new IllegalStateException("no time is known of " + fact.getClass());
  }

  /** Whether the project, as it was at that instant, is erased. */
  boolean cover(String project, Instant at) {
    return at.isBefore(projects.getOrDefault(project, Instant.MIN));
  }

  /** Whether the user was erased after that instant. */
  boolean cover(String project, @Nullable String pseudonym, Instant at) {
    return pseudonym != null
        && at.isBefore(users.getOrDefault(new User(project, pseudonym), Instant.MIN));
  }
}
