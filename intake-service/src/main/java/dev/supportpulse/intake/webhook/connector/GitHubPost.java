package dev.supportpulse.intake.webhook.connector;

import dev.supportpulse.events.EventType;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.intake.webhook.Fact;
import dev.supportpulse.intake.webhook.Origin;
import dev.supportpulse.intake.webhook.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What somebody wrote on GitHub: an issue, a discussion or a comment.
 *
 * @param kind makes its id unique among the posts of a repository
 */
record GitHubPost(String kind, Payload payload, Origin origin) {

  /** Who speaks for the project (GitHub's {@code author_association}). */
  private static final Set<String> TEAM = Set.of("OWNER", "MEMBER", "COLLABORATOR");

  /** More thumbs of a kind on one post don't count: each delivery tells all of them again. */
  private static final long MAX_THUMBS = 100;

  String id() {
    return kind + "/" + payload.requiredNumber("id");
  }

  Instant createdAt() {
    return payload.requiredTime("created_at");
  }

  Optional<String> address() {
    return payload.text("html_url");
  }

  /** Who wrote it; accounts that were deleted have no name. */
  Optional<String> author() {
    return payload.at("user").text("login").map(login -> "github:" + login);
  }

  /** Whether a human wrote it who speaks for the project. */
  boolean isByTeam() {
    return payload.text("author_association").filter(TEAM::contains).isPresent()
        && !payload.at("user").says("type", "Bot");
  }

  /** A fact about it that happens once. */
  Fact once(EventType type, String what, Instant occurredAt) {
    return Fact.of(type, origin, id() + "/" + what, occurredAt).seenAt(address());
  }

  /** A fact about it that may happen again. */
  Fact each(EventType type, String what, Instant occurredAt) {
    return once(type, what + "/" + occurredAt, occurredAt);
  }

  /**
   * The thumbs on it, if the team wrote it: they judge the support. On what a user wrote a thumb
   * means "me too", which is no satisfaction.
   *
   * <p>GitHub sends no event for a reaction; what it sends about a post carries the counts. So the
   * n-th thumb is an event of its own, the same in whatever delivery it is seen, dated like the
   * post since nothing tells its time.
   */
  Stream<Fact> thumbs(Optional<String> caseId) {
    if (!isByTeam()) {
      return Stream.empty();
    }
    return Stream.of("+1", "-1").flatMap(thumb -> thumbs(thumb, caseId));
  }

  private Stream<Fact> thumbs(String thumb, Optional<String> caseId) {
    long count = payload.at("reactions").number(thumb).orElse(0L);
    Sentiment sentiment = thumb.equals("+1") ? Sentiment.POSITIVE : Sentiment.NEGATIVE;
    return LongStream.rangeClosed(1, Math.min(count, MAX_THUMBS))
        .mapToObj(
            n ->
                once(EventType.FEEDBACK_SUBMITTED, thumb + "/" + n, createdAt())
                    .with("sentiment", sentiment.name())
                    .with("caseId", caseId));
  }

  /** The names of its labels. */
  List<String> labels() {
    return payload.each("labels").stream()
        .map(label -> label.text("name"))
        .flatMap(Optional::stream)
        .toList();
  }
}
