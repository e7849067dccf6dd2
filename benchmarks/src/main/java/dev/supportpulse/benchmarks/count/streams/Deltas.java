package dev.supportpulse.benchmarks.count.streams;

import dev.supportpulse.benchmarks.count.Packer;
import dev.supportpulse.metrics.ledger.Contribution;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** What to add to the buckets of one project, by minute and dimensions. */
final class Deltas {

  private final String project;
  private final Map<Place, Tally> tallies = new HashMap<>();

  private record Place(Instant minute, Dimensions dimensions) {}

  Deltas(String project) {
    this.project = project;
  }

  void add(Contribution contribution) {
    add(contribution, contribution.tally());
  }

  void retract(Contribution contribution) {
    add(contribution, contribution.tally().negated());
  }

  private void add(Contribution contribution, Tally tally) {
    tallies.merge(new Place(contribution.minute(), contribution.dimensions()), tally, Tally::plus);
  }

  /** Sends them by day, so that minutes, quarter-hours and days are added up in one place. */
  void forward(ProcessorContext<byte[], byte[]> context, long timestamp) {
    tallies.forEach(
        (place, tally) -> {
          if (!tally.isNone()) {
            context.forward(
                new Record<>(
                    new Packer()
                        .text(project)
                        .instant(Granule.DAY.floor(place.minute()))
                        .dimensions(place.dimensions())
                        .bytes(),
                    new Packer().instant(place.minute()).tally(tally).bytes(),
                    timestamp),
                "to-buckets");
          }
        });
  }
}
