package dev.supportpulse.benchmarks.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.benchmarks.history.History;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.LedgerChanges;
import dev.supportpulse.metrics.ledger.LedgerFold;
import dev.supportpulse.metrics.ledger.LedgerSnapshot;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Granule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Records, and the buckets that the service's core makes of all of them at once. */
public final class Expected {

  private static final Duration GRACE = Duration.ofMinutes(5);

  private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
  private final Map<String, Amount> buckets = new TreeMap<>();

  /** Of the first records of a history. */
  public Expected(int count) {
    Instant now = Instant.now();
    History history = new History(7, now.minus(Duration.ofHours(1)), Duration.ofMillis(700));
    Facts facts = new Facts(now);
    List<Fact> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(history.next());
      all.addAll(facts.of(asPolled(records.get(i))));
    }
    assertThat(all).hasSize(count);
    LedgerSnapshot nothing =
        new LedgerSnapshot(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    LedgerChanges changes = LedgerFold.fold(nothing, all, now, GRACE);
    changes
        .deltas()
        .forEach(
            (cell, tally) -> {
              for (Granule granule : Granule.values()) {
                tally
                    .amounts()
                    .forEach(
                        (measure, amount) ->
                            buckets.merge(
                                name(
                                    granule,
                                    cell.project(),
                                    granule.floor(cell.start()),
                                    measure.measure() + "/" + measure.detail(),
                                    cell.dimensions().category(),
                                    cell.dimensions().channel(),
                                    cell.dimensions().tier(),
                                    cell.dimensions().mode()),
                                amount,
                                Amount::plus));
              }
            });
    buckets.values().removeIf(Amount.NONE::equals);
  }

  public List<ProducerRecord<byte[], byte[]>> records() {
    return records;
  }

  /** Buckets by {@link #name}; none of them is zero. */
  public Map<String, Amount> buckets() {
    return buckets;
  }

  /** What a bucket is called here; missing dimensions are null. */
  public static String name(@Nullable Object... parts) {
    return Arrays.asList(parts).toString();
  }

  /** The record as a consumer gets it. */
  public static ConsumerRecord<byte[], byte[]> asPolled(ProducerRecord<byte[], byte[]> record) {
    return new ConsumerRecord<>(
        record.topic(),
        0,
        0,
        0,
        TimestampType.LOG_APPEND_TIME,
        record.key().length,
        record.value().length,
        record.key(),
        record.value(),
        record.headers(),
        Optional.empty());
  }
}
