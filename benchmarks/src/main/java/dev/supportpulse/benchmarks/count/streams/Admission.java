package dev.supportpulse.benchmarks.count.streams;

import dev.supportpulse.benchmarks.count.Facts;
import dev.supportpulse.benchmarks.count.Packer;
import dev.supportpulse.metrics.ledger.CaseKey;
import dev.supportpulse.metrics.ledger.Classification;
import dev.supportpulse.metrics.ledger.EventKey;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.KnownIdentity;
import dev.supportpulse.metrics.ledger.LedgerChanges;
import dev.supportpulse.metrics.ledger.LedgerEntry;
import dev.supportpulse.metrics.ledger.LedgerFold;
import dev.supportpulse.metrics.ledger.LedgerSnapshot;
import dev.supportpulse.metrics.ledger.ParkedKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Decides by identity what is accepted, a duplicate or a conflict, and applies voids and
 * classifications. Entries of cases go on by case; what other entries count, by bucket.
 */
final class Admission implements Processor<byte[], byte[], byte[], byte[]> {

  private static final Duration GRACE = Duration.ofMinutes(5);

  private final String storeName;
  private final Facts facts = new Facts(Instant.now());

  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<byte[], byte[]> context;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<byte[], byte[]> store;

  Admission(String storeName) {
    this.storeName = storeName;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.store = context.getStateStore(storeName);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    ConsumerRecord<byte[], byte[]> asPolled =
        new ConsumerRecord<>(
            place.topic(),
            place.partition(),
            place.offset(),
            record.timestamp(),
            TimestampType.LOG_APPEND_TIME,
            record.key().length,
            record.value().length,
            record.key(),
            record.value(),
            record.headers(),
            Optional.empty());
    facts.of(asPolled).forEach(fact -> admit(fact, record.timestamp()));
  }

  private void admit(Fact fact, long timestamp) {
    Map<EventKey, Admitted> before = new HashMap<>();
    for (EventKey key : fact.about()) {
      before.put(key, Admitted.unpack(key, store.get(Admitted.key(key))));
    }
    LedgerChanges changes = LedgerFold.fold(snapshot(before), List.of(fact), Instant.now(), GRACE);
    before.forEach((key, then) -> keep(key, then, changes));
    Stream.concat(changes.inserted().stream(), changes.updated().stream())
        .forEach(entry -> passOn(entry, before, timestamp));
  }

  private static LedgerSnapshot snapshot(Map<EventKey, Admitted> admitted) {
    Map<EventKey, KnownIdentity> identities = new HashMap<>();
    Map<EventKey, LedgerEntry> entries = new HashMap<>();
    Map<ParkedKey, Classification> parked = new HashMap<>();
    admitted.forEach(
        (key, each) -> {
          if (each.known() != null) {
            identities.put(key, each.known());
          }
          if (each.entry() != null) {
            entries.put(key, each.entry());
          }
          parked.putAll(each.parked());
        });
    return new LedgerSnapshot(identities, entries, Map.of(), parked, Map.of(), Map.of());
  }

  private void keep(EventKey key, Admitted then, LedgerChanges changes) {
    Map<ParkedKey, Classification> parked = new HashMap<>(then.parked());
    if (changes.unparked().contains(key)) {
      parked.clear();
    }
    changes
        .parked()
        .forEach(
            (where, classification) -> {
              if (where.target().equals(key)) {
                parked.put(where, classification);
              }
            });
    LedgerEntry entry =
        Stream.concat(changes.inserted().stream(), changes.updated().stream())
            .filter(each -> each.key().equals(key))
            .findFirst()
            .orElse(then.entry());
    Admitted now =
        new Admitted(changes.identities().getOrDefault(key, then.known()), entry, parked);
    if (!now.equals(then)) {
      store.put(Admitted.key(key), now.pack());
    }
  }

  private void passOn(LedgerEntry entry, Map<EventKey, Admitted> before, long timestamp) {
    CaseKey caseKey = entry.caseKey();
    if (caseKey != null) {
      context.forward(
          new Record<>(
              new Packer().caseKey(caseKey).bytes(), new Packer().entry(entry).bytes(), timestamp),
          "to-cases");
      return;
    }
    Deltas deltas = new Deltas(entry.key().project());
    LedgerEntry then = before.getOrDefault(entry.key(), Admitted.NOTHING).entry();
    if (then != null) {
      deltas.retract(then.contribution());
    }
    deltas.add(entry.contribution());
    deltas.forward(context, timestamp);
  }
}
