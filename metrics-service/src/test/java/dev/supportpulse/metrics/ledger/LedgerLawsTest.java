package dev.supportpulse.metrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.EventVoided;
import dev.supportpulse.metrics.efficiency.Targets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What must hold of every history, however it is cut, ordered and repeated. */
class LedgerLawsTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-20T00:00:00Z");

  @Property(tries = 200)
  void bucketsEqualARecomputationFromTheLedger(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int events) {
    InMemoryLedger ledger = recorded(RandomHistory.of("p", seed, events, START), seed);

    assertThat(ledger.buckets()).isEqualTo(ledger.recomputed());
  }

  /** Whether the promise came before the history, in its middle or after it. */
  @Property(tries = 200)
  void targetsCountEveryCaseWheneverTheyAreSet(@ForAll long seed) {
    List<Fact> history = RandomHistory.of("p", seed, 80, START);
    Targets targets =
        new Targets(Duration.ofHours(9), Duration.ofHours(20), null, RandomHistory.HOURS);
    InMemoryLedger first = new InMemoryLedger();
    first.promise("p", targets, NOW);
    first.record(history, NOW);
    InMemoryLedger between = new InMemoryLedger();
    between.record(history.subList(0, history.size() / 2), NOW);
    between.promise("p", new Targets(Duration.ofHours(1), null, null, null), NOW);
    between.record(history.subList(history.size() / 2, history.size()), NOW);
    between.promise("p", targets, NOW);

    assertThat(between.buckets()).isEqualTo(first.buckets()).isEqualTo(between.recomputed());
  }

  @Property(tries = 200)
  void batchesDoNotMatter(@ForAll long seed) {
    List<Fact> history = RandomHistory.of("p", seed, 80, START);
    InMemoryLedger atOnce = new InMemoryLedger();
    atOnce.record(history, NOW);

    assertThat(recorded(history, seed).buckets()).isEqualTo(atOnce.buckets());
  }

  @Property(tries = 200)
  void theOrderOfPartitionsDoesNotMatter(@ForAll long seed) {
    List<Fact> history = RandomHistory.of("p", seed, 80, START);
    InMemoryLedger one = recorded(history, seed);
    InMemoryLedger other = recorded(RandomHistory.reordered(history, seed + 1), seed + 2);

    assertThat(other.buckets()).isEqualTo(one.buckets());
    assertThat(other.accounting()).isEqualTo(one.accounting());
  }

  /** Even about one identity: precedence, not arrival, decides, and a void holds either way. */
  @Property(tries = 200)
  void theOrderWithinAPartitionDoesNotMatter(@ForAll long seed) {
    List<Fact> history = RandomHistory.of("p", seed, 60, START);
    List<Fact> shuffled = new ArrayList<>(history);
    Collections.shuffle(shuffled, new Random(seed + 1));

    assertThat(recorded(shuffled, seed).buckets()).isEqualTo(recorded(history, seed).buckets());
  }

  @Property(tries = 100)
  void repetitionChangesNothingButTheAccountOfDuplicates(@ForAll long seed) {
    List<Fact> history = RandomHistory.of("p", seed, 60, START);
    List<Fact> twice = new ArrayList<>(history);
    twice.addAll(RandomHistory.reordered(history, seed));

    InMemoryLedger once = recorded(history, seed);
    InMemoryLedger repeated = recorded(twice, seed + 3);

    assertThat(repeated.buckets()).isEqualTo(once.buckets());
    long received = history.stream().filter(fact -> !(fact instanceof Fact.NeedFound)).count();
    assertThat(total(repeated)).isEqualTo(total(once).plus(new Accounted(0, received, 0, 0)));
  }

  @Property(tries = 100)
  void aVoidedHistoryCountsNothing(@ForAll long seed) {
    List<Fact> history = new ArrayList<>(RandomHistory.of("p", seed, 40, START));
    AtomicLong id = new AtomicLong();
    List<Fact> voids =
        history.stream()
            .filter(Fact.EventArrived.class::isInstance)
            .map(Fact.EventArrived.class::cast)
            .<Fact>map(
                event ->
                    RandomHistory.event(
                        "p",
                        "take-back-" + id.incrementAndGet(),
                        NOW,
                        new EventVoided(event.source(), event.id(), "test", null)))
            .toList();
    history.addAll(voids);
    Collections.shuffle(history, new Random(seed));

    assertThat(recorded(history, seed).buckets()).isEmpty();
  }

  private static Accounted total(InMemoryLedger ledger) {
    return ledger.accounting().values().stream().reduce(new Accounted(0, 0, 0, 0), Accounted::plus);
  }

  /** Records the history in batches of random sizes. */
  private static InMemoryLedger recorded(List<Fact> history, long seed) {
    InMemoryLedger ledger = new InMemoryLedger();
    Random random = new Random(seed);
    int from = 0;
    while (from < history.size()) {
      int to = Math.min(history.size(), from + 1 + random.nextInt(20));
      ledger.record(history.subList(from, to), NOW);
      from = to;
    }
    return ledger;
  }
}
