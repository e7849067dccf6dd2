package dev.supportpulse.intake.redrive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The letters that an operator means: those named, or those of a topic that pass a filter.
 *
 * @param letters their ids; empty for those that pass the filter
 * @param topic ignored if letters are named, as are the others
 * @param meant the state of the letters that are meant; others are left, and told why
 * @param after where to go on
 * @param limit at most so many
 */
public record Selection(
    List<LetterId> letters,
    String topic,
    Filter filter,
    State meant,
    @Nullable LetterId after,
    int limit) {

  public Selection {
    letters = List.copyOf(letters);
  }
}
