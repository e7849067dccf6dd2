package dev.supportpulse.benchmarks.count.streams;

import dev.supportpulse.benchmarks.count.Packer;
import dev.supportpulse.benchmarks.count.Unpacker;
import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.ledger.CaseKey;
import dev.supportpulse.metrics.ledger.CaseState;
import dev.supportpulse.metrics.ledger.Contribution;
import dev.supportpulse.metrics.ledger.EventKey;
import dev.supportpulse.metrics.ledger.LedgerEntry;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Counts a case and its events again whenever one of them changes. */
final class Cases implements Processor<byte[], byte[], byte[], byte[]> {

  private final String storeName;

  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<byte[], byte[]> context;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<byte[], byte[]> store;

  Cases(String storeName) {
    this.storeName = storeName;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.store = context.getStateStore(storeName);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    CaseKey key = new Unpacker(record.key()).caseKey();
    Map<EventKey, LedgerEntry> entries = unpack(store.get(record.key()));
    Deltas deltas = new Deltas(key.project());
    count(key, entries, deltas, true);
    LedgerEntry changed = new Unpacker(record.value()).entry();
    entries.put(changed.key(), changed);
    count(key, entries, deltas, false);
    store.put(record.key(), pack(entries));
    deltas.forward(context, record.timestamp());
  }

  private static void count(
      CaseKey key, Map<EventKey, LedgerEntry> entries, Deltas deltas, boolean retract) {
    CaseState state = CaseState.of(key, entries.values(), Targets.NONE);
    Consumer<Contribution> add = retract ? deltas::retract : deltas::add;
    state.contributions().forEach(add);
    entries
        .values()
        .forEach(entry -> add.accept(entry.inheriting(state.dimensions()).contribution()));
  }

  private static byte[] pack(Map<EventKey, LedgerEntry> entries) {
    Packer packer = new Packer().count(entries.size());
    entries.values().forEach(packer::entry);
    return packer.bytes();
  }

  private static Map<EventKey, LedgerEntry> unpack(byte @Nullable [] packed) {
    Map<EventKey, LedgerEntry> entries = new TreeMap<>();
    if (packed != null) {
      Unpacker unpacker = new Unpacker(packed);
      for (int left = unpacker.count(); left > 0; left--) {
        LedgerEntry entry = unpacker.entry();
        entries.put(entry.key(), entry);
      }
    }
    return entries;
  }
}
