package dev.supportpulse.metrics.window;

import dev.supportpulse.metrics.tally.Granule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which granules add up to a span: the coarsest that fit, so that the number of rows that a query
 * reads depends neither on the number of events nor, but for whole days, on the length of the span.
 */
public final class WindowCover {

  private static final List<Granule> COARSEST_FIRST =
      List.of(Granule.DAY, Granule.QUARTER_HOUR, Granule.MINUTE);

  private WindowCover() {}

  /**
   * Slices that together hold every instant between the first and the last boundary exactly once,
   * none of them across a boundary; neighbours of one tier are one slice.
   *
   * @param boundaries ascending whole minutes, at least two
   */
  public static List<Slice> of(List<Instant> boundaries) {
    List<Slice> cover = new ArrayList<>();
    for (int i = 1; i < boundaries.size(); i++) {
      fill(boundaries.get(i - 1), boundaries.get(i), 0, cover);
    }
    return List.copyOf(cover);
  }

  /** The granules of that tier that fit into the span, and finer ones at its edges. */
  private static void fill(Instant from, Instant to, int tier, List<Slice> cover) {
    if (tier == COARSEST_FIRST.size()) {
      return;
    }
    Granule granule = COARSEST_FIRST.get(tier);
    Instant first = granule.ceil(from);
    Instant last = granule.floor(to);
    if (first.isBefore(last)) {
      fill(from, first, tier + 1, cover);
      append(new Slice(granule, first, last), cover);
      fill(last, to, tier + 1, cover);
    } else {
      fill(from, to, tier + 1, cover);
    }
  }

  private static void append(Slice slice, List<Slice> cover) {
    int last = cover.size() - 1;
    if (last >= 0 && cover.get(last).meets(slice)) {
      cover.set(last, new Slice(slice.granule(), cover.get(last).from(), slice.to()));
    } else {
      cover.add(slice);
    }
  }
}
