package dev.supportpulse.intake.redrive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some letters.
 *
 * @param looked how many records were looked at
 * @param next where to go on; null if there is nothing more
 */
public record Page(List<Filed> letters, int looked, @Nullable LetterId next) {

  public Page {
    letters = List.copyOf(letters);
  }
}
