package dev.supportpulse.metrics.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.ledger.Accounted;
import dev.supportpulse.metrics.ledger.Batch;
import dev.supportpulse.metrics.ledger.Claim;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.InMemoryLedger;
import dev.supportpulse.metrics.ledger.Ledger;
import dev.supportpulse.metrics.ledger.RandomHistory;
import dev.supportpulse.metrics.ledger.SourcePartition;
import dev.supportpulse.metrics.query.ChangeLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database holds what the pure fold says, whatever the batches, writers and fences. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class PostgresLedgerComponentTest {

  private final Instant now = Instant.now();
  private final Instant start = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(10));

  @Inject Ledger ledger;
  @Inject LedgerPartitions partitions;

  @Inject LedgerTables tables;
  @Inject ChangeLog changes;

  @BeforeEach
  void open() {
    partitions.ensure(LocalDate.now(ZoneOffset.UTC));
  }

  @Test
  void everyGranuleHoldsWhatTheFoldSays() throws SQLException {
    for (int seed = 0; seed < 8; seed++) {
      String project = "fold-" + seed;
      List<Fact> history = RandomHistory.of(project, seed, 150, start);
      record(new SourcePartition(project, 0), history, new Random(seed));
      record(new SourcePartition(project, 1), history, new Random(seed + 1));

      InMemoryLedger expected = new InMemoryLedger();
      expected.record(history, now);
      expected.record(history, now);

      tables.assertHold(project, expected.buckets());
      assertThat(tables.accounted(project)).isEqualTo(total(expected));
    }
  }

  @Test
  void whoeverLostAPartitionWritesNothing() throws SQLException {
    SourcePartition partition = new SourcePartition("fenced", 0);
    List<Fact> history = RandomHistory.of("fenced", 1, 20, start);
    Claim old = claim(partition);
    Claim current = claim(partition);

    assertThat(ledger.record(batch(partition, old, history))).containsExactly(partition);
    assertThat(tables.accounted("fenced")).isEqualTo(new Accounted(0, 0, 0, 0));

    assertThat(ledger.record(batch(partition, current, history))).isEmpty();
    Accounted counted = tables.accounted("fenced");
    assertThat(counted.accepted()).isPositive();

    assertThat(ledger.record(batch(partition, current, history))).containsExactly(partition);
    assertThat(tables.accounted("fenced")).isEqualTo(counted);
  }

  @Test
  void whateverChangesACountChangesTheMarkOfItsProject() {
    SourcePartition partition = new SourcePartition("marked", 0);
    Fact fact = question("marked", "a", start.plusSeconds(60));
    String untouched = mark("marked");
    ledger.record(batch(partition, claim(partition), List.of(fact)));
    String counted = mark("marked");
    assertThat(counted).isNotEqualTo(untouched);

    ledger.record(batch(partition, claim(partition), List.of(fact)));
    assertThat(mark("marked")).as("a duplicate changes nothing").isEqualTo(counted);
  }

  private String mark(String project) {
    return Objects.requireNonNull(changes.marks(Set.of(project)).get(project));
  }

  @Test
  void theHealthyPartitionsOfABatchAreCountedWithoutTheLostOnes() throws SQLException {
    SourcePartition lost = new SourcePartition("half", 0);
    SourcePartition kept = new SourcePartition("half", 1);
    Claim stale = claim(lost);
    claim(lost);
    Instant at = start.plusSeconds(60);
    Fact of0 = question("half", "a", at);
    Fact of1 = question("half", "b", at);
    TreeMap<SourcePartition, Batch.Slice> slices = new TreeMap<>();
    slices.put(lost, slice(stale, List.of(of0)));
    slices.put(kept, slice(claim(kept), List.of(of1)));

    assertThat(ledger.record(new Batch(slices, 0))).containsExactly(lost);
    assertThat(tables.accounted("half")).isEqualTo(new Accounted(1, 0, 0, 0));
  }

  /** Cases span partitions, so the writers meet on the rows of cases, members and buckets. */
  @Test
  void writersOfOneHotProjectNeitherLoseNorBlockEachOther() throws Exception {
    String project = "hot";
    List<Fact> history = RandomHistory.of(project, 42, 1_500, start);
    int writers = 4;
    List<List<Fact>> shares = new ArrayList<>();
    IntStream.range(0, writers).forEach(i -> shares.add(new ArrayList<>()));
    for (Fact fact : history) {
      shares.get(Math.floorMod(RandomHistory.about(fact).hashCode(), writers)).add(fact);
    }
    long deadlocksBefore = deadlocks();

    ExecutorService pool = Executors.newFixedThreadPool(writers);
    try {
      List<Callable<Boolean>> tasks =
          IntStream.range(0, writers)
              .<Callable<Boolean>>mapToObj(
                  i -> () -> record(new SourcePartition(project, i), shares.get(i), new Random(i)))
              .toList();
      for (Future<Boolean> done : pool.invokeAll(tasks)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      pool.shutdown();
    }

    InMemoryLedger expected = new InMemoryLedger();
    expected.record(history, now);
    tables.assertHold(project, expected.buckets());
    assertThat(tables.accounted(project)).isEqualTo(total(expected));
    assertThat(deadlocks()).isEqualTo(deadlocksBefore);
  }

  private long deadlocks() throws SQLException {
    return tables.number(
        "select deadlocks from pg_stat_database where datname = current_database()");
  }

  private boolean record(SourcePartition partition, List<Fact> facts, Random random) {
    Claim claim = claim(partition);
    int from = 0;
    while (from < facts.size()) {
      int to = Math.min(facts.size(), from + 1 + random.nextInt(60));
      Batch batch = batch(partition, claim, facts.subList(from, to));
      assertThat(ledger.record(batch)).isEmpty();
      claim =
          new Claim(Objects.requireNonNull(batch.slices().get(partition)).next(), claim.epoch());
      from = to;
    }
    return true;
  }

  private Claim claim(SourcePartition partition) {
    return Objects.requireNonNull(
        ledger.claim(new TreeMap<>(Map.of(partition, 0L))).get(partition));
  }

  private Batch batch(SourcePartition partition, Claim claim, List<Fact> facts) {
    return new Batch(
        new TreeMap<>(Map.of(partition, slice(claim, facts))), partition.partition() % 8);
  }

  private Batch.Slice slice(Claim claim, List<Fact> facts) {
    return new Batch.Slice(claim, claim.next() + facts.size(), now, facts);
  }

  private static Fact question(String project, String id, Instant at) {
    return RandomHistory.event(
        project, id, at, new QuestionAsked("how?", null, null, null, null, null, null));
  }

  private static Accounted total(InMemoryLedger expected) {
    return expected.accounting().values().stream()
        .reduce(new Accounted(0, 0, 0, 0), Accounted::plus);
  }
}
