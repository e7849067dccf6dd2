package dev.supportpulse.intake.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.events.DeadLetterHeaders;
import dev.supportpulse.intake.redrive.Filed;
import dev.supportpulse.intake.redrive.Kept.Bytes;
import dev.supportpulse.intake.redrive.Letter;
import dev.supportpulse.intake.redrive.Mark;
import dev.supportpulse.intake.redrive.State;
import dev.supportpulse.intake.redrive.Way;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A letter as lists show it: why it is there and where it stands, without its body. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeadLetter")
public record LetterView(
    @Schema(examples = "support.metrics.dead-letters/0/17") String id,
    @Schema(description = "when it was set aside") String keptAt,
    State state,
    @Schema(examples = "MALFORMED") String code,
    String reason,
    @Schema(description = "how often it was tried in vain") int attempts,
    @Nullable String project,
    @Schema(description = "the CloudEvents type") @Nullable String type,
    @Schema(description = "the Kafka key: the identity that the record is about")
        @Nullable String key,
    @Schema(description = "where it was read", examples = "support.events/3/1042")
        @Nullable String origin,
    @Schema(description = "of the body") int bytes,
    @Schema(description = "why it can't be put in again, and the remedy") @Nullable String remedy,
    @Nullable MarkView mark) {

  /** What was done about it last. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "DeadLetterMark")
  public record MarkView(
      Mark.Kind kind,
      String by,
      @Schema(examples = "2026-11-22T10:00:00Z") String at,
      @Nullable String note) {}

  static LetterView of(Filed filed) {
    Letter letter = filed.letter();
    Mark mark = filed.mark();
    return new LetterView(
        letter.id().toString(),
        letter.record().keptAt().toString(),
        filed.state(),
        letter.code(),
        letter.reason(),
        letter.attempts(),
        letter.project(),
        letter.record().header("ce_type"),
        letter.record().key().map(Bytes::text).orElse(null),
        origin(letter),
        letter.record().body().map(Bytes::length).orElse(0),
        letter.way() instanceof Way.None none ? none.why() : null,
        mark == null
            ? null
            : new MarkView(mark.kind(), mark.by(), mark.at().toString(), mark.note()));
  }

  private static @Nullable String origin(Letter letter) {
    String topic = letter.record().header(DeadLetterHeaders.TOPIC);
    return topic == null
        ? null
        : topic
            + "/"
            + letter.record().header(DeadLetterHeaders.PARTITION)
            + "/"
            + letter.record().header(DeadLetterHeaders.OFFSET);
  }
}
