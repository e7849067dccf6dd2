package dev.supportpulse.intake.http;

import dev.supportpulse.intake.redrive.Census;
import dev.supportpulse.intake.redrive.State;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many letters there are. */
@Schema(name = "DeadLetterCounts")
public record LetterCounts(String asOf, List<Topic> topics) {

  /** Those of a topic. */
  @Schema(name = "DeadLetterTopic")
  public record Topic(
      @Schema(examples = "support.metrics.dead-letters") String topic,
      long total,
      @Schema(description = "how many are older than those counted by code and state") long older,
      List<Count> counts) {}

  /** So many of one code and state. */
  @Schema(name = "DeadLetterCount")
  public record Count(@Schema(examples = "MALFORMED") String code, State state, long letters) {}

  static LetterCounts of(Census.Counts counts) {
    return new LetterCounts(
        counts.asOf().toString(), counts.topics().stream().map(LetterCounts::topic).toList());
  }

  private static Topic topic(Census.TopicCounts topic) {
    return new Topic(
        topic.topic(),
        topic.total(),
        topic.older(),
        topic.counts().stream()
            .map(count -> new Count(count.code(), count.state(), count.letters()))
            .toList());
  }
}
