package dev.supportpulse.metrics.postgres;

import static dev.supportpulse.metrics.figure.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.ledger.Cell;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.InMemoryLedger;
import dev.supportpulse.metrics.ledger.RandomHistory;
import dev.supportpulse.metrics.reference.Change;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever became of the buckets, the ledger makes them right again. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class RebuildComponentTest {

  private final Instant now = Instant.now();
  private final Instant start = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(10));

  @Inject TestLedger ledger;
  @Inject TestBuckets buckets;
  @Inject LedgerTables tables;
  @Inject LedgerPartitions partitions;
  @Inject Rebuild rebuild;
  @Inject Maintenance maintenance;
  @Inject AgroalDataSource dataSource;

  @BeforeEach
  void open() {
    partitions.ensure(LocalDate.now(ZoneOffset.UTC));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void corruptBucketsAreRightAgain(int seed) throws SQLException {
    String project = "corrupt-" + seed;
    List<Fact> history = RandomHistory.of(project, seed, 200, start);
    ledger.record(history.subList(0, history.size() / 2), 0);
    ledger.record(history.subList(history.size() / 2, history.size()), 3);
    corrupt(project, seed);

    assertThat(corrected(project)).isPositive();

    tables.assertHold(project, counted(history));
    assertThat(corrected(project)).as("the second time").isZero();
  }

  @Test
  void whatIsCountedMeanwhileIsCountedOnce() throws Exception {
    String project = "busy-rebuild";
    List<Fact> history = RandomHistory.of(project, 9, 900, start);
    ledger.record(history.subList(0, 300));
    corrupt(project, 9);

    CompletableFuture<Void> counting =
        CompletableFuture.runAsync(
            () -> {
              for (int from = 300; from < history.size(); from += 10) {
                ledger.record(history.subList(from, Math.min(history.size(), from + 10)), from % 7);
              }
            });
    int rebuilds = 0;
    do {
      rebuild(project);
      rebuilds++;
    } while (!counting.isDone());
    counting.get();

    assertThat(rebuilds).isGreaterThan(1);
    tables.assertHold(project, counted(history));
  }

  /** As they were before migration V6. */
  @Test
  void casesThatWereCountedWithoutABacklogGetOne() throws SQLException {
    String project = "without-backlog";
    List<Fact> history = RandomHistory.of(project, 5, 200, start);
    ledger.record(history);
    tables.execute("update case_state set backlog = '{}' where project = 'without-backlog'");
    for (Granule granule : Granule.values()) {
      tables.execute(
          "delete from %s where project = 'without-backlog' and measure = 'BACKLOG'"
              .formatted(BucketWriter.table(granule)));
    }

    assertThat(rebuild(project).cases()).isPositive();

    tables.assertHold(project, counted(history));
  }

  @Test
  void daysThatTheLedgerDroppedStayAsTheyWere() throws SQLException {
    String project = "before-the-ledger";
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    partitions.ensure(today.minusDays(2));
    LocalDate dropped = partitions.first(today).minusDays(2);
    count(project, dropped);
    maintenance.run(now);
    count(project, partitions.first(today).plusDays(5));
    // As a longer retention would.
    partitions.ensure(today.minusDays(2));

    Rebuild.Done done = rebuild(project);

    assertThat(done.from()).isEqualTo(dropped.plusDays(1));
    assertThat(tables.buckets(project, Granule.DAY).keySet())
        .extracting(Cell::start)
        .containsExactly(dropped.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  @Test
  void nobodyElseWorksMeanwhile() throws SQLException {
    try (Connection other = dataSource.getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(hashtext('support-pulse metrics maintenance'))");
      assertThat(rebuild.run("alone", change())).isEmpty();
      statement.execute("select pg_advisory_unlock(hashtext('support-pulse metrics maintenance'))");
    }
    assertThat(rebuild.run("alone", change())).isPresent();
    assertThat(tables.number("select count(*) from audit where project = 'alone'")).isEqualTo(1);
  }

  private Rebuild.Done rebuild(String project) {
    return rebuild.run(project, change()).orElseThrow();
  }

  private long corrected(String project) {
    Rebuild.Done done = rebuild(project);
    return done.cases() + done.buckets().values().stream().mapToLong(Long::longValue).sum();
  }

  private Change change() {
    return new Change("test", now, "{}");
  }

  private void count(String project, LocalDate day) throws SQLException {
    Instant at = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    buckets.add(project, at, Dimensions.UNKNOWN, tally(Measure.CASES, "", 1, "0"));
  }

  /** Rows that are lost, rows that are wrong, and rows that nobody counted. */
  private void corrupt(String project, int seed) throws SQLException {
    int changed = 0;
    for (Granule granule : Granule.values()) {
      String table = BucketWriter.table(granule);
      String where = " where project = '%s' and hashtext(ctid::text) %% 5 = ".formatted(project);
      changed += tables.execute("delete from " + table + where + seed % 5);
      changed +=
          tables.execute(
              "update " + table + " set n = n + 7, sum = sum - 0.01" + where + (seed + 1) % 5);
    }
    assertThat(changed).isPositive();
    Tally nonsense = tally(Measure.USAGE, "never used ", 3, "12.5");
    buckets.add(project, start.plusSeconds(3_600), Dimensions.UNKNOWN, nonsense, 2, null);
  }

  private Map<Cell, Tally> counted(List<Fact> history) {
    InMemoryLedger expected = new InMemoryLedger();
    expected.record(history, now);
    return expected.buckets();
  }
}
