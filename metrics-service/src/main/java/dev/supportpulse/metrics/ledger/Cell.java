package dev.supportpulse.metrics.ledger;

import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Granule;
import java.time.Instant;
import java.util.Comparator;

/** One place of the buckets: a project, the start of a granule and dimensions. */
public record Cell(String project, Instant start, Dimensions dimensions)
    implements Comparable<Cell> {

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::project)
          .thenComparing(Cell::start)
          .thenComparing(Cell::dimensions);

  /** The cell of that granule which holds this one. */
  public Cell floor(Granule granule) {
    return new Cell(project, granule.floor(start), dimensions);
  }

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
