package dev.supportpulse.intake.webhook.connector;

import dev.supportpulse.events.Channel;
import dev.supportpulse.events.EventType;
import dev.supportpulse.intake.webhook.Fact;
import dev.supportpulse.intake.webhook.Origin;
import dev.supportpulse.intake.webhook.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A discussion on GitHub: a case if its category's questions can be answered (Q&amp;A), else what a
 * user has to say.
 */
final class GitHubDiscussion {

  private final Payload discussion;
  private final GitHubPost post;
  private final Optional<String> caseId;

  private GitHubDiscussion(Payload discussion, GitHubPost post, Optional<String> caseId) {
    this.discussion = discussion;
    this.post = post;
    this.caseId = caseId;
  }

  static GitHubDiscussion of(Payload payload, Origin hook) {
    Payload repository = payload.at("repository");
    Payload discussion = payload.at("discussion");
    String name =
        "github:%s/discussions/%d"
            .formatted(repository.requiredText("full_name"), discussion.requiredNumber("number"));
    return new GitHubDiscussion(
        discussion,
        new GitHubPost("discussion", discussion, hook.from(repository.requiredText("html_url"))),
        Optional.of(name).filter(any -> discussion.at("category").isTrue("is_answerable")));
  }

  /** What that action on it means, and the thumbs on it and on its answer. */
  Stream<Fact> facts(String action, Payload answer) {
    GitHubPost answered = new GitHubPost("discussion_comment", answer, post.origin());
    return Stream.of(
            caseId.flatMap(id -> transition(action, id)).or(() -> said(action)).stream(),
            post.thumbs(caseId),
            answered.thumbs(caseId))
        .flatMap(facts -> facts);
  }

  /** The team's comment is a response, if the discussion is a case. */
  Stream<Fact> comment(String action, Payload payload) {
    GitHubPost comment = new GitHubPost("discussion_comment", payload, post.origin());
    return Stream.of(
            caseId.flatMap(id -> GitHubComments.response(action, comment, id)).stream(),
            comment.thumbs(caseId),
            post.thumbs(caseId))
        .flatMap(facts -> facts);
  }

  private Optional<Fact> transition(String action, String id) {
    return switch (action) {
      case "created" ->
          Optional.of(
              post.once(EventType.CASE_OPENED, "opened", post.createdAt())
                  .with("caseId", id)
                  .with("title", discussion.text("title"))
                  .with("text", discussion.text("body"))
                  .through(Channel.FORUM)
                  .with("user", post.author())
                  .labelled(labels()));
      case "answered" -> resolved(action, id, discussion.requiredTime("answer_chosen_at"));
      case "closed" -> resolved(action, id, discussion.requiredTime("updated_at"));
      case "reopened", "unanswered" ->
          Optional.of(
              post.each(EventType.CASE_REOPENED, action, discussion.requiredTime("updated_at"))
                  .with("caseId", id));
      default -> Optional.empty();
    };
  }

  private Optional<Fact> resolved(String action, String id, Instant occurredAt) {
    return Optional.of(post.each(EventType.CASE_RESOLVED, action, occurredAt).with("caseId", id));
  }

  /** What the team announces is no feedback. */
  private Optional<Fact> said(String action) {
    if (caseId.isPresent() || !action.equals("created") || post.isByTeam()) {
      return Optional.empty();
    }
    return Optional.of(
        post.once(EventType.FEEDBACK_SUBMITTED, action, post.createdAt())
            .with("title", discussion.text("title"))
            .with("text", discussion.text("body").or(() -> discussion.text("title")))
            .through(Channel.FORUM)
            .with("user", post.author())
            .labelled(labels()));
  }

  /** Its category says what the labels of an issue say. */
  private List<String> labels() {
    return Stream.concat(discussion.at("category").text("name").stream(), post.labels().stream())
        .toList();
  }
}
