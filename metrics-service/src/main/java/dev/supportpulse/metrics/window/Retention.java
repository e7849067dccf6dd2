package dev.supportpulse.metrics.window;

import dev.supportpulse.metrics.tally.Granule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long the finer tiers of time are kept. Older spans are answered from coarser granules, which
 * they must then be made of; days are kept for ever.
 */
public record Retention(Duration minutes, Duration quarterHours) {

  /**
   * Refuses a cover that needs granules which are no longer kept.
   *
   * @throws BadQuery naming the parameter and the boundaries that can be answered
   */
  public void check(List<Slice> cover, Instant now, String parameter) {
    for (Slice slice : cover) {
      if (slice.granule() == Granule.MINUTE && slice.from().isBefore(now.minus(minutes))) {
        throw tooFine(slice, minutes, Granule.QUARTER_HOUR, parameter);
      }
      if (slice.granule() == Granule.QUARTER_HOUR
          && slice.from().isBefore(now.minus(quarterHours))) {
        throw tooFine(slice, quarterHours, Granule.DAY, parameter);
      }
    }
  }

  private static BadQuery tooFine(Slice slice, Duration kept, Granule coarser, String parameter) {
    return new BadQuery(
        parameter,
        "%s between %s and %s are no longer kept (only for %d days): begin and end at whole %s, such as %s"
            .formatted(
                slice.granule() == Granule.MINUTE ? "minutes" : "quarter-hours",
                slice.from(),
                slice.to(),
                kept.toDays(),
                coarser == Granule.DAY ? "days of UTC" : "quarter-hours",
                coarser.floor(slice.from())));
  }
}
