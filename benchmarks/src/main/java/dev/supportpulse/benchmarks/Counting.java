package dev.supportpulse.benchmarks;

import dev.supportpulse.benchmarks.count.Counted;
import dev.supportpulse.benchmarks.count.Filling;
import dev.supportpulse.benchmarks.count.GroupOffsets;
import dev.supportpulse.benchmarks.count.LedgerCopy;
import dev.supportpulse.benchmarks.count.OffsetsInDatabase;
import dev.supportpulse.benchmarks.count.PeerProcess;
import dev.supportpulse.benchmarks.count.Progress;
import dev.supportpulse.benchmarks.count.jpa.JpaConsumer;
import dev.supportpulse.benchmarks.count.streams.StreamsCounter;
import dev.supportpulse.benchmarks.history.History;
import dev.supportpulse.events.Topics;
import dev.supportpulse.localstack.Postgres;
import dev.supportpulse.localstack.Processes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Metrics-service at its peak, in turns with what it is compared with. */
final class Counting implements AutoCloseable {

  static final String OURS = "metrics-service";
  static final String ROWS = "metrics-service, rows";
  static final String STREAMS = "Kafka Streams";
  static final String JPA = "JPA, one by one";
  static final String COPY = "COPY, rows";

  /** Contenders see records when all of a round are there. */
  static final Map<String, String> SETTINGS = Map.of("kafka.isolation.level", "read_committed");

  private static final long SEED = 42;

  /** A thousand events a second of event time: the backlog of a busy installation. */
  private static final Duration PACE = Duration.ofMillis(1);

  private static final Duration AGO = Duration.ofHours(1);
  private static final Duration LOOK = Duration.ofMillis(5);
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /**
   * The straightforward consumer gets so many times fewer records, or a round would take minutes.
   */
  private static final int FEWER = 20;

  private static final int WARM_UP_FEWER = 16;

  private final MetricsStack stack;
  private final Admin admin;
  private final Connection progress;
  private final Connection copying;
  private final LedgerCopy copy;
  private final PeerProcess streams;
  private final PeerProcess jpa;
  private final Contender ours;
  private final List<Contender> peers;

  /** Starts the peers beside the stack. */
  Counting(MetricsStack stack) throws SQLException {
    this.stack = stack;
    admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
    progress = stack.connect();
    copying = stack.connect();
    copy = new LedgerCopy(copying);
    createTopics();
    streams =
        PeerProcess.start(
            StreamsCounter.class,
            stack.folder().resolve("streams.log"),
            stack.bootstrapServers(),
            stack.folder().resolve("streams").toString());
    jpa =
        PeerProcess.start(
            JpaConsumer.class,
            stack.folder().resolve("jpa.log"),
            stack.bootstrapServers(),
            stack.jdbcUrl(),
            Postgres.NAME,
            Postgres.NAME);
    ours = contender(OURS, "", 1, new OffsetsInDatabase(progress), stack::serviceSeconds);
    peers =
        List.of(
            contender(
                STREAMS,
                StreamsCounter.NAME + ".",
                1,
                new GroupOffsets(
                    admin, StreamsCounter.NAME, StreamsCounter.inner(), MetricsStack.PARTITIONS),
                new ProcessUsage(streams.handle())::cpuSeconds),
            contender(
                JPA,
                JpaConsumer.NAME + ".",
                FEWER,
                new GroupOffsets(admin, JpaConsumer.NAME, List.of(), MetricsStack.PARTITIONS),
                new ProcessUsage(jpa.handle())::cpuSeconds));
  }

  /** Everybody counts the same history from its beginning. */
  private Contender contender(
      String name, String prefix, int fewer, Progress progress, DoubleSupplier cpuSeconds) {
    History history = new History(SEED, Instant.now().minus(AGO), PACE);
    return new Contender(
        name, new Filling(stack.bootstrapServers(), prefix, history), fewer, progress, cpuSeconds);
  }

  private void createTopics() {
    List<NewTopic> topics =
        Stream.concat(
                Stream.of(StreamsCounter.NAME, JpaConsumer.NAME)
                    .flatMap(
                        peer ->
                            Stream.of(
                                peer + "." + Topics.EVENTS, peer + "." + Topics.CLASSIFICATIONS)),
                StreamsCounter.inner().stream())
            .map(name -> new NewTopic(name, MetricsStack.PARTITIONS, (short) 1))
            .toList();
    try {
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the peers' topics can't be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /**
   * Lets every contender work until its code is compiled; nothing is kept.
   *
   * @param records that each gets, the straightforward consumer a sixteenth
   */
  void warmUp(int records) {
    count(ours, records);
    peers.forEach(peer -> count(peer, records / Math.min(peer.fewer, WARM_UP_FEWER)));
  }

  /**
   * What each contender did, round by round.
   *
   * @param records of each round
   */
  Map<String, List<Counted>> rounds(int rounds, int records) throws SQLException, IOException {
    Map<String, List<Counted>> measured = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      Instant before = Instant.now();
      Counted counted = count(ours, records);
      LedgerCopy.Copied copied = copy.copySince(before);
      add(measured, OURS, counted);
      add(measured, ROWS, counted.of(copied.rows()));
      add(measured, COPY, new Counted(copied.rows(), copied.seconds(), 0, 0, 0));
      for (Contender peer : peers) {
        add(measured, peer.name, count(peer, records / peer.fewer));
      }
    }
    return measured;
  }

  private static void add(Map<String, List<Counted>> measured, String name, Counted counted) {
    measured.computeIfAbsent(name, key -> new ArrayList<>()).add(counted);
  }

  private Counted count(Contender contender, int records) {
    Filling.Filled filled = contender.filling.fill(records);
    double ownBefore = contender.cpuSeconds.getAsDouble();
    double databaseBefore = stack.databaseSeconds();
    double brokerBefore = stack.brokerSeconds();
    long start = System.nanoTime();
    filled.show().run();
    while (!contender.progress.reached(filled.next())) {
      if (System.nanoTime() - start > LONGEST.toNanos()) {
        throw new IllegalStateException(
            "%s hasn't counted %d records after %s; see %s"
                .formatted(contender.name, records, LONGEST, stack.folder()));
      }
      Processes.pause(LOOK);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double microsPerRecord = 1e6 / records;
    return new Counted(
        records,
        seconds,
        (contender.cpuSeconds.getAsDouble() - ownBefore) * microsPerRecord,
        (stack.databaseSeconds() - databaseBefore) * microsPerRecord,
        (stack.brokerSeconds() - brokerBefore) * microsPerRecord);
  }

  @Override
  public void close() throws SQLException {
    jpa.close();
    streams.close();
    ours.filling.close();
    peers.forEach(peer -> peer.filling.close());
    copying.close();
    progress.close();
    admin.close();
  }

  /** Whoever counts what is in topics. */
  private record Contender(
      String name, Filling filling, int fewer, Progress progress, DoubleSupplier cpuSeconds) {}
}
