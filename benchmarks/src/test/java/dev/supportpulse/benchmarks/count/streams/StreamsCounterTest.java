package dev.supportpulse.benchmarks.count.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.benchmarks.count.Expected;
import dev.supportpulse.benchmarks.count.Unpacker;
import dev.supportpulse.events.Topics;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.Measure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsCounterTest {

  private static final int RECORDS = 3000;

  @TempDir private Path folder;

  @Test
  void the_topology_counts_the_same() {
    Expected expected = new Expected(RECORDS);
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            StreamsCounter.NAME,
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            "none:1",
            StreamsConfig.STATE_DIR_CONFIG,
            folder.toString()));
    try (TopologyTestDriver driver =
        new TopologyTestDriver(
            StreamsCounter.topology(Stores::inMemoryKeyValueStore), settings, Instant.now())) {
      TestInputTopic<byte[], byte[]> events = topic(driver, Topics.EVENTS);
      TestInputTopic<byte[], byte[]> classifications = topic(driver, Topics.CLASSIFICATIONS);
      for (ProducerRecord<byte[], byte[]> record : expected.records()) {
        (record.topic().equals(Topics.EVENTS) ? events : classifications)
            .pipeInput(new TestRecord<>(record.key(), record.value(), record.headers()));
      }

      assertThat(buckets(driver.getKeyValueStore(StreamsCounter.BUCKETS)))
          .isEqualTo(expected.buckets());
    }
  }

  private static TestInputTopic<byte[], byte[]> topic(TopologyTestDriver driver, String name) {
    return driver.createInputTopic(
        StreamsCounter.NAME + "." + name, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Map<String, Amount> buckets(KeyValueStore<byte[], byte[]> store) {
    Map<String, Amount> buckets = new TreeMap<>();
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> bucket = all.next();
        Amount amount = new Unpacker(bucket.value).amount();
        if (!amount.equals(Amount.NONE)) {
          buckets.put(name(new Unpacker(bucket.key)), amount);
        }
      }
    }
    return buckets;
  }

  private static String name(Unpacker key) {
    Granule granule = key.value(Granule.class);
    String project = key.name();
    Instant start = key.instant();
    Dimensions dimensions = key.dimensions();
    Measure measure = key.value(Measure.class);
    return Expected.name(
        granule,
        project,
        start,
        measure + "/" + key.name(),
        dimensions.category(),
        dimensions.channel(),
        dimensions.tier(),
        dimensions.mode());
  }
}
