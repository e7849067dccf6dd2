package dev.supportpulse.intake.redrive;

import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which letters of a topic are meant; each part that is null means any.
 *
 * @param from when the letter was kept at the earliest
 * @param to before which it was kept
 */
public record Filter(
    @Nullable String project,
    @Nullable String code,
    @Nullable State state,
    @Nullable Instant from,
    @Nullable Instant to)
    implements Predicate<Filed> {

  /** Every letter. */
  public static final Filter ALL = new Filter(null, null, null, null, null);

  @Override
  public boolean test(Filed filed) {
    Letter letter = filed.letter();
    return (project == null || project.equals(letter.project()))
        && (code == null || code.equals(letter.code()))
        && (state == null || state == filed.state())
        && (from == null || !letter.record().keptAt().isBefore(from))
        && (to == null || letter.record().keptAt().isBefore(to));
  }
}
