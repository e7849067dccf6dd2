package dev.supportpulse.classifier.correction;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Target;
import dev.supportpulse.events.Sentiment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A human's statement what an event is about.
 *
 * @param project of the event and of the correction
 * @param id the caller's own, unique within the project: the same one sent again is the same one
 * @param target the event
 * @param category what it is about
 * @param subCategory one of the project's sub-categories
 * @param sentiment for a feedback whose user gave none
 * @param note why, for humans
 * @param title what the event says, so that it can be learned from
 * @param text what the event says, so that it can be learned from
 * @param correctedBy the id of the key
 */
public record Correction(
    String project,
    String id,
    Target target,
    NeedCategory category,
    @Nullable String subCategory,
    @Nullable Sentiment sentiment,
    @Nullable String note,
    @Nullable String title,
    @Nullable String text,
    String correctedBy,
    Instant correctedAt) {

  /** Whether it says what the event says. */
  public boolean hasText() {
    return title != null || text != null;
  }

  /** Whether the other one says the same, whoever said it and whenever. */
  boolean saysWhat(Correction other) {
    return equals(
        new Correction(
            other.project,
            other.id,
            other.target,
            other.category,
            other.subCategory,
            other.sentiment,
            other.note,
            other.title,
            other.text,
            correctedBy,
            correctedAt));
  }
}
