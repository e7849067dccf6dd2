package dev.supportpulse.intake.redrive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became, or would become, of the selected letters.
 *
 * @param next where to go on; null if there is nothing more
 */
public record Report(List<Line> lines, @Nullable LetterId next) {

  /**
   * One letter.
   *
   * @param filed as it stood before
   */
  public record Line(Filed filed, Decision decision) {}

  public Report {
    lines = List.copyOf(lines);
  }
}
