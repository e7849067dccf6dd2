package dev.supportpulse.benchmarks.count.streams;

import dev.supportpulse.benchmarks.count.PeerProcess;
import dev.supportpulse.events.Topics;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Counts with as many threads as there are processors. */
public final class StreamsCounter {

  /** Of its topics' names, and its application id. */
  public static final String NAME = "streams";

  /** Entries of cases, by case. */
  public static final String CASES = NAME + ".cases";

  /** What to add to buckets, by project, day and dimensions. */
  public static final String DELTAS = NAME + ".deltas";

  /** The store of the buckets. */
  static final String BUCKETS = "buckets";

  private static final String IDENTITIES = "identities";
  private static final String ENTRIES = "entries-of-cases";

  private StreamsCounter() {}

  /** Takes the broker's address and a folder for its state. */
  public static void main(String[] arguments) throws InterruptedException {
    PeerProcess.endWithParent();
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            arguments[0],
            StreamsConfig.APPLICATION_ID_CONFIG,
            NAME,
            StreamsConfig.STATE_DIR_CONFIG,
            arguments[1],
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.EXACTLY_ONCE_V2,
            StreamsConfig.NUM_STREAM_THREADS_CONFIG,
            Runtime.getRuntime().availableProcessors(),
            StreamsConfig.REPLICATION_FACTOR_CONFIG,
            1,
            StreamsConfig.producerPrefix("linger.ms"),
            20,
            StreamsConfig.consumerPrefix("auto.offset.reset"),
            "earliest"));
    try (KafkaStreams streams =
        new KafkaStreams(topology(Stores::persistentKeyValueStore), settings)) {
      streams.start();
      new CountDownLatch(1).await();
    }
  }

  /** The topics that it passes records on by. */
  public static List<String> inner() {
    return List.of(CASES, DELTAS);
  }

  /**
   * The topology.
   *
   * @param supply makes the store of that name
   */
  static Topology topology(Function<String, KeyValueBytesStoreSupplier> supply) {
    Topology topology = new Topology();
    ByteArrayDeserializer in = new ByteArrayDeserializer();
    ByteArraySerializer out = new ByteArraySerializer();
    return topology
        .addSource("facts", in, in, NAME + "." + Topics.EVENTS, NAME + "." + Topics.CLASSIFICATIONS)
        .addProcessor("admission", () -> new Admission(IDENTITIES), "facts")
        .addStateStore(store(supply.apply(IDENTITIES)), "admission")
        .addSink("to-cases", CASES, out, out, "admission")
        .addSource("from-cases", in, in, CASES)
        .addProcessor("cases", () -> new Cases(ENTRIES), "from-cases")
        .addStateStore(store(supply.apply(ENTRIES)), "cases")
        .addSink("to-buckets", DELTAS, out, out, "admission", "cases")
        .addSource("from-deltas", in, in, DELTAS)
        .addProcessor("buckets", () -> new Buckets(BUCKETS), "from-deltas")
        .addStateStore(store(supply.apply(BUCKETS)), "buckets");
  }

  private static StoreBuilder<KeyValueStore<byte[], byte[]>> store(
      KeyValueBytesStoreSupplier supplier) {
    return Stores.keyValueStoreBuilder(supplier, Serdes.ByteArray(), Serdes.ByteArray())
        .withCachingEnabled();
  }
}
