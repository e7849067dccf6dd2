package dev.supportpulse.intake.webhook.connector;

import dev.supportpulse.events.Channel;
import dev.supportpulse.events.EventType;
import dev.supportpulse.intake.webhook.Fact;
import dev.supportpulse.intake.webhook.Origin;
import dev.supportpulse.intake.webhook.Payload;
import java.util.Optional;
import java.util.stream.Stream;

/** An issue on GitHub: a case. */
final class GitHubIssue {

  private static final String OPENED = "opened";

  private final Payload issue;
  private final GitHubPost post;
  private final String caseId;

  private GitHubIssue(Payload issue, GitHubPost post, String caseId) {
    this.issue = issue;
    this.post = post;
    this.caseId = caseId;
  }

  static GitHubIssue of(Payload payload, Origin hook) {
    Payload repository = payload.at("repository");
    Payload issue = payload.at("issue");
    return new GitHubIssue(
        issue,
        new GitHubPost("issue", issue, hook.from(repository.requiredText("html_url"))),
        "github:%s#%d"
            .formatted(repository.requiredText("full_name"), issue.requiredNumber("number")));
  }

  /** What that action on it means, and the thumbs on it. */
  Stream<Fact> facts(String action) {
    return Stream.concat(transition(action).stream(), post.thumbs(Optional.of(caseId)));
  }

  private Optional<Fact> transition(String action) {
    return switch (action) {
      case OPENED -> Optional.of(opened());
      case "closed" ->
          Optional.of(
              post.each(EventType.CASE_RESOLVED, action, issue.requiredTime("closed_at"))
                  .with("caseId", caseId));
      case "reopened" ->
          Optional.of(
              post.each(EventType.CASE_REOPENED, action, issue.requiredTime("updated_at"))
                  .with("caseId", caseId));
      case "deleted", "transferred" -> Optional.of(takenBack(action));
      default -> Optional.empty();
    };
  }

  private Fact opened() {
    return post.once(EventType.CASE_OPENED, OPENED, post.createdAt())
        .with("caseId", caseId)
        .with("title", issue.text("title"))
        .with("text", issue.text("body"))
        .through(Channel.ISSUE_TRACKER)
        .with("user", post.author())
        .labelled(post.labels());
  }

  /** A transferred issue is opened again where it goes. */
  private Fact takenBack(String action) {
    return post.once(EventType.EVENT_VOIDED, action, issue.requiredTime("updated_at"))
        .with("source", post.origin().source())
        .with("id", post.id() + "/" + OPENED)
        .with("reason", "The issue was " + action + ".");
  }

  /** The team's comment is a response; anybody's may carry thumbs. */
  Stream<Fact> comment(String action, Payload payload) {
    if (issue.at("pull_request").isPresent()) {
      return Stream.empty();
    }
    GitHubPost comment = new GitHubPost("comment", payload, post.origin());
    return Stream.of(
            GitHubComments.response(action, comment, caseId).stream(),
            comment.thumbs(Optional.of(caseId)),
            post.thumbs(Optional.of(caseId)))
        .flatMap(facts -> facts);
  }
}
