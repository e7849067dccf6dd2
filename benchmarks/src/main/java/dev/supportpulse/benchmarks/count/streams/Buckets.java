package dev.supportpulse.benchmarks.count.streams;

import dev.supportpulse.benchmarks.count.Packer;
import dev.supportpulse.benchmarks.count.Unpacker;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.MeasureKey;
import dev.supportpulse.metrics.tally.Tally;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Adds to the buckets of all three granules. */
final class Buckets implements Processor<byte[], byte[], Void, Void> {

  private final String storeName;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<byte[], byte[]> store;

  Buckets(String storeName) {
    this.storeName = storeName;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.store = context.getStateStore(storeName);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Unpacker where = new Unpacker(record.key());
    String project = where.name();
    where.instant();
    Dimensions dimensions = where.dimensions();
    Unpacker what = new Unpacker(record.value());
    Instant minute = what.instant();
    Tally tally = what.tally();
    for (Granule granule : Granule.values()) {
      tally
          .amounts()
          .forEach(
              (measure, amount) ->
                  add(key(granule, project, granule.floor(minute), dimensions, measure), amount));
    }
  }

  static byte[] key(
      Granule granule, String project, Instant start, Dimensions dimensions, MeasureKey measure) {
    return new Packer()
        .value(granule)
        .text(project)
        .instant(start)
        .dimensions(dimensions)
        .value(measure.measure())
        .text(measure.detail())
        .bytes();
  }

  private void add(byte[] key, Amount amount) {
    byte[] then = store.get(key);
    Amount now = then == null ? amount : new Unpacker(then).amount().plus(amount);
    store.put(key, new Packer().amount(now).bytes());
  }
}
