package dev.supportpulse.intake.webhook.connector;

import dev.supportpulse.events.EventType;
import dev.supportpulse.intake.webhook.Fact;
import java.util.Optional;

/** What comments mean to a case on GitHub, whether on an issue or in a discussion. */
final class GitHubComments {

  private GitHubComments() {}

  /**
   * A new comment of the team answers the case; others' belong to the need that is told already.
   */
  static Optional<Fact> response(String action, GitHubPost comment, String caseId) {
    return action.equals("created") && comment.isByTeam()
        ? Optional.of(
            comment
                .once(EventType.CASE_RESPONDED, action, comment.createdAt())
                .with("caseId", caseId))
        : Optional.empty();
  }
}
