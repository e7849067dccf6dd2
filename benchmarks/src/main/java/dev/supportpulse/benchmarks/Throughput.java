package dev.supportpulse.benchmarks;

import dev.supportpulse.benchmarks.Contender.Drive;
import dev.supportpulse.benchmarks.load.Load;
import dev.supportpulse.benchmarks.load.Pace;
import dev.supportpulse.benchmarks.load.Requests;
import dev.supportpulse.benchmarks.peer.RawProducer;
import dev.supportpulse.benchmarks.peer.SampleEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Intake at its peak, one by one and in batches, in turns with the two peers. */
final class Throughput implements AutoCloseable {

  static final String SINGLES = "intake, single posts";
  static final String BATCHES = "intake, batches of 100";
  static final String BARE = "bare Vert.x handler";
  static final String RAW = "raw producer";

  private static final int BATCH = 100;
  private static final int CONNECTIONS_FOR_SINGLES = 64;
  private static final int CONNECTIONS_FOR_BATCHES = 8;
  private static final Duration RUN_UP = Duration.ofMillis(500);

  private static final Pace GENTLE = new Pace(2000);
  private static final Pace GENTLE_BATCHES = new Pace(40);

  /** No kind of request repeats the events of another. */
  private static final long RANGE = 1_000_000_000L;

  private final Stack stack;
  private final RawProducer raw;
  private final Requests singles;
  private final Requests batches;
  private final Map<String, Contender> contenders = new LinkedHashMap<>();

  Throughput(Stack stack, Instant now) {
    SampleEvent event = SampleEvent.at(now);
    this.stack = stack;
    raw = new RawProducer(stack.bootstrapServers(), event);
    singles = singles(stack.intake(), event);
    batches = Requests.post(stack.intake(), SampleEvent.BATCH, Map.of(), event.batch(BATCH), RANGE);
    ProcessUsage broker = stack.brokerUsage();
    Drive forSingles = new Drive(CONNECTIONS_FOR_SINGLES, Pace.PEAK, RUN_UP);
    Drive forBatches = new Drive(CONNECTIONS_FOR_BATCHES, Pace.PEAK, RUN_UP);
    contenders.put(
        SINGLES,
        Contender.server(stack.intake(), stack.intakeUsage(), broker, singles, forSingles));
    contenders.put(
        BARE,
        Contender.server(
            stack.peer(), stack.peerUsage(), broker, singles(stack.peer(), event), forSingles));
    contenders.put(
        BATCHES,
        Contender.server(stack.intake(), stack.intakeUsage(), broker, batches, forBatches));
    contenders.put(RAW, Contender.raw(raw, broker));
  }

  private static Requests singles(URI target, SampleEvent event) {
    return Requests.post(target, SampleEvent.STRUCTURED, Map.of(), event.structured(), 0);
  }

  /**
   * Lets every contender work until its code is compiled; nothing is kept. Intake has the most
   * code, and its compiler needs the processor time that a full load would take from it.
   */
  void warmUp(Duration gently, Duration eachAtPeak) throws InterruptedException {
    try (Load some = Load.start(stack.intake(), singles, CONNECTIONS_FOR_SINGLES, GENTLE);
        Load more = Load.start(stack.intake(), batches, CONNECTIONS_FOR_BATCHES, GENTLE_BATCHES)) {
      some.watch(gently);
      more.sinceRestart();
    }
    for (Contender contender : contenders.values()) {
      contender.measure(eachAtPeak);
    }
  }

  /** What each contender reached, round by round. */
  Map<String, List<Measured>> rounds(int rounds, Duration each) throws InterruptedException {
    Map<String, List<Measured>> measured = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
        measured
            .computeIfAbsent(contender.getKey(), name -> new ArrayList<>())
            .add(contender.getValue().measure(each));
      }
    }
    return measured;
  }

  /** How long acknowledgements take at half of what those rounds reached. */
  List<Half> half(Map<String, List<Measured>> rounds, Duration each) throws InterruptedException {
    return List.of(
        Half.measure(
            SINGLES, stack.intake(), singles, CONNECTIONS_FOR_SINGLES, peak(rounds, SINGLES), each),
        Half.measure(
            BATCHES,
            stack.intake(),
            batches,
            CONNECTIONS_FOR_BATCHES,
            peak(rounds, BATCHES) / BATCH,
            each));
  }

  private static double peak(Map<String, List<Measured>> rounds, String name) {
    return Measured.median(rounds.getOrDefault(name, List.of()), Measured::eventsPerSecond);
  }

  @Override
  public void close() {
    raw.close();
  }
}
