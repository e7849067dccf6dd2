package dev.supportpulse.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.supportpulse.benchmarks.history.History;
import dev.supportpulse.benchmarks.history.Markers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How long after an event was appended to its topic a watcher has the summary that counts it, while
 * so many events a second come in. Some of the events are {@link Markers}, which a summary's income
 * tells apart.
 *
 * @param perSecond events and classifications a second
 * @param delays how many were observed: each marker by each watcher
 * @param p50 milliseconds
 * @param p99 milliseconds
 * @param missing markers that a watcher never saw
 */
record StreamDelay(double perSecond, long delays, double p50, double p99, long missing) {

  /** Within how many milliseconds 99 of 100 must have arrived. */
  static final double TARGET = 1000;

  private static final int PER_SECOND = 2000;
  private static final int WATCHERS = 10;

  /** One of so many records is a marker. */
  private static final int MARKER_EVERY = 40;

  private static final long SEED = 42;
  private static final long NANOS = 1_000_000_000L;
  private static final Duration TICK = Duration.ofMillis(5);
  private static final Duration SETTLE = Duration.ofSeconds(5);

  static StreamDelay measure(MetricsStack stack, Duration warmUp, Duration length)
      throws InterruptedException {
    Run run = new Run(stack);
    try {
      run.watch();
      run.send(warmUp, false);
      long start = System.nanoTime();
      long sent = run.send(length, true);
      double seconds = (System.nanoTime() - start) / 1e9;
      Thread.sleep(SETTLE.toMillis());
      return run.result(sent / seconds);
    } finally {
      run.close();
    }
  }

  /** One run: a sender and its watchers. */
  private static final class Run {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI stream;
    private final Producer<byte[], byte[]> producer;
    private final History history =
        new History(SEED, Instant.now(), Duration.ofNanos(NANOS / PER_SECOND));
    private final Markers markers = new Markers(History.LARGEST);
    private final Map<Integer, Long> appended = new ConcurrentHashMap<>();
    private final List<Watcher> watchers = new ArrayList<>();

    Run(MetricsStack stack) {
      this.stream =
          stack.metrics().resolve("/v1/projects/%s/stream?window=PT1H".formatted(History.LARGEST));
      this.producer =
          new KafkaProducer<>(
              Map.of("bootstrap.servers", stack.bootstrapServers(), "acks", "all", "linger.ms", 1),
              new ByteArraySerializer(),
              new ByteArraySerializer());
    }

    void watch() {
      for (int i = 0; i < WATCHERS; i++) {
        Watcher watcher = new Watcher();
        watchers.add(watcher);
        Thread thread = new Thread(() -> watcher.read(client, stream), "watcher-" + i);
        thread.setDaemon(true);
        thread.start();
      }
    }

    /** By the clock, whether or not anything arrives. */
    long send(Duration length, boolean marked) throws InterruptedException {
      long start = System.nanoTime();
      long sent = 0;
      for (long now = start; now - start < length.toNanos(); now = System.nanoTime()) {
        for (long due = (now - start) * PER_SECOND / NANOS; sent < due; sent++) {
          if (marked && sent % MARKER_EVERY == 0) {
            sendMarker();
          } else {
            Future<RecordMetadata> unused = producer.send(history.next());
          }
        }
        Thread.sleep(TICK.toMillis());
      }
      return sent;
    }

    private void sendMarker() {
      int number = markers.sent();
      ProducerRecord<byte[], byte[]> record = markers.next(Instant.now());
      Future<RecordMetadata> unused =
          producer.send(
              record,
              (written, failure) -> {
                if (failure == null) {
                  appended.put(number, written.timestamp());
                }
              });
    }

    StreamDelay result(double perSecond) {
      Histogram delays = new Histogram(3);
      long missing = 0;
      for (Watcher watcher : watchers) {
        for (int number = 0; number < markers.sent(); number++) {
          Long arrived = watcher.arrived.get(number);
          Long at = appended.get(number);
          if (arrived == null || at == null) {
            missing++;
          } else {
            delays.recordValue(Math.max(0, arrived - at));
          }
        }
      }
      return new StreamDelay(
          perSecond,
          delays.getTotalCount(),
          delays.getValueAtPercentile(50),
          delays.getValueAtPercentile(99),
          missing);
    }

    void close() {
      producer.close();
    }
  }

  /** One stream, and when each marker was first in a summary of it. */
  private static final class Watcher {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String DATA = "data:";

    private final Map<Integer, Long> arrived = new ConcurrentHashMap<>();
    private BigInteger seen = BigInteger.ZERO;

    void read(HttpClient client, URI stream) {
      try {
        client
            .send(HttpRequest.newBuilder(stream).build(), HttpResponse.BodyHandlers.ofLines())
            .body()
            .filter(line -> line.startsWith(DATA))
            .forEach(line -> take(line.substring(DATA.length())));
      } catch (IOException | UncheckedIOException e) {
        // The service has ended, or the stream broke: what it didn't bring is counted as missing.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void take(String summary) {
      long now = System.currentTimeMillis();
      try {
        JsonNode figures = MAPPER.readTree(summary).at("/groups/0/figures/income/amounts");
        BigInteger counted = Markers.counted(figures);
        BigInteger fresh = counted.andNot(seen);
        for (int bit = fresh.getLowestSetBit(); bit >= 0; ) {
          arrived.put(bit, now);
          fresh = fresh.clearBit(bit);
          bit = fresh.getLowestSetBit();
        }
        seen = counted;
      } catch (IOException e) {
        throw new UncheckedIOException("not a summary", e);
      }
    }
  }
}
