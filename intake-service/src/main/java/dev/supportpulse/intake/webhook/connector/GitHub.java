package dev.supportpulse.intake.webhook.connector;

import dev.supportpulse.intake.submission.Submission;
import dev.supportpulse.intake.webhook.Connector;
import dev.supportpulse.intake.webhook.Delivery;
import dev.supportpulse.intake.webhook.Fact;
import dev.supportpulse.intake.webhook.Origin;
import dev.supportpulse.intake.webhook.Payload;
import dev.supportpulse.intake.webhook.Verifier;
import dev.supportpulse.intake.webhook.signature.HexHmac;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * GitHub's issues and discussions, with the comments and the thumbs on them.
 *
 * <p>An issue is a case, and so is a discussion of a category whose questions can be answered; each
 * tells its need once, when it is opened. Pull requests are not support.
 */
final class GitHub implements Connector {

  @Override
  public Verifier verifier(List<String> secrets, Duration replayWindow) {
    return HexHmac.ofBody("X-Hub-Signature-256", "sha256=", "HmacSHA256", secrets);
  }

  @Override
  public List<Submission> translate(Delivery delivery, Payload payload, Origin hook) {
    String action = payload.text("action").orElse("");
    return switch (delivery.header("X-GitHub-Event").orElse("")) {
      case "issues" -> told(GitHubIssue.of(payload, hook).facts(action));
      case "issue_comment" ->
          told(GitHubIssue.of(payload, hook).comment(action, payload.at("comment")));
      case "discussion" ->
          told(GitHubDiscussion.of(payload, hook).facts(action, payload.at("answer")));
      case "discussion_comment" ->
          told(GitHubDiscussion.of(payload, hook).comment(action, payload.at("comment")));
      default -> List.of();
    };
  }

  private static List<Submission> told(Stream<Fact> facts) {
    return facts.map(Fact::submission).toList();
  }
}
