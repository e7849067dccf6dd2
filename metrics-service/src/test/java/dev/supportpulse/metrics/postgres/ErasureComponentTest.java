package dev.supportpulse.metrics.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.ledger.Cell;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.InMemoryLedger;
import dev.supportpulse.metrics.ledger.RandomHistory;
import dev.supportpulse.metrics.reference.Change;
import dev.supportpulse.metrics.reference.FigureWeights;
import dev.supportpulse.metrics.reference.ReferenceStore;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.Tally;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is erased is gone, and doesn't come back by whatever is read or sent again. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ErasureComponentTest {

  private static final String USER = "u_k1_AAAAAAAAAAAAAAAAAAAAAA";
  private static final String OTHER = "u_k1_BBBBBBBBBBBBBBBBBBBBBB";
  private static final String LOCK = "(hashtext('support-pulse metrics maintenance'))";

  private final Instant now = Instant.now();
  private final Instant start = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(10));
  private final Change change = new Change("admin", now, "{}");

  @Inject TestLedger ledger;
  @Inject LedgerTables tables;
  @Inject LedgerPartitions partitions;
  @Inject ReferenceStore references;
  @Inject Erasure erasure;
  @Inject Maintenance maintenance;
  @Inject AgroalDataSource dataSource;

  @BeforeEach
  void open() {
    partitions.ensure(LocalDate.now(ZoneOffset.UTC));
  }

  @Test
  void everythingOfAProjectGoesAndNothingOfTheOthers() throws SQLException {
    List<Fact> history = RandomHistory.of("erased", 3, 300, start);
    List<Fact> others = RandomHistory.of("erased-not", 4, 100, start);
    ledger.record(history, 0);
    ledger.record(others, 0);
    references.put("erased", new Targets(Duration.ofHours(1), null, null, null), change);
    references.put("erased", FigureWeights.DEFAULT, change);
    assertThat(rows("erased")).containsKeys("ledger", "case_state", "bucket_day", "weights");

    assertThat(erasure.ofProject("erased", change))
        .hasValueSatisfying(n -> assertThat(n).isPositive());

    assertThat(rows("erased")).isEmpty();
    InMemoryLedger kept = new InMemoryLedger();
    kept.record(others, now);
    tables.assertHold("erased-not", kept.buckets());
    assertThat(
            tables.number(
                "select count(*) from audit where project = 'erased' and action = 'erase-project' and actor = 'admin'"))
        .isEqualTo(1);
  }

  @Test
  void aReplayBringsNothingBackAndNewEventsCount() throws SQLException {
    String project = "erased-replayed";
    List<Fact> history = RandomHistory.of(project, 5, 200, start);
    ledger.record(history);
    erasure.ofProject(project, change);

    ledger.record(history);
    ledger.record(RandomHistory.reordered(history, 1));
    assertThat(rows(project)).isEmpty();

    ledger.record(List.of(feedback(project, "new", USER, Instant.now())));
    assertThat(rows(project)).containsEntry("ledger", 1L).containsEntry("identity", 1L);
    erasure.ofProject(project, change);
    assertThat(rows(project)).as("erased again").isEmpty();
  }

  @Test
  void whatIsCountedMeanwhileIsErasedToo() throws Exception {
    String project = "erased-busy";
    List<Fact> history = RandomHistory.of(project, 6, 600, start);
    ledger.record(history.subList(0, 200));
    CompletableFuture<Void> counting =
        CompletableFuture.runAsync(
            () -> {
              for (int from = 200; from < history.size(); from += 5) {
                ledger.record(history.subList(from, Math.min(history.size(), from + 5)));
              }
            });
    erasure.ofProject(project, change);
    counting.get();

    assertThat(rows(project)).isEmpty();
  }

  @Test
  void maintenanceFinishesWhatWasBegun() throws SQLException {
    String project = "erased-later";
    List<Fact> history = RandomHistory.of(project, 7, 50, start);
    ledger.record(history.subList(0, 20));
    try (Connection other = dataSource.getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock" + LOCK);
      assertThat(erasure.ofProject(project, change)).isEmpty();
      statement.execute("select pg_advisory_unlock" + LOCK);
    }
    long accepted = tables.accounted(project).accepted();
    ledger.record(history);
    assertThat(tables.accounted(project).accepted()).as("while it is due").isEqualTo(accepted);

    maintenance.run(now);

    assertThat(rows(project)).isEmpty();
    assertThat(
            tables.number(
                "select count(*) from erasure where project = 'erased-later' and until < now()"))
        .isEqualTo(1);
  }

  @Test
  void aUserIsUnlinkedAndFiguresStay() throws SQLException {
    String project = "unlinked";
    List<Fact> history =
        List.of(
            feedback(project, "a", USER, start),
            feedback(project, "b", USER, start.plus(Duration.ofDays(2))),
            feedback(project, "c", OTHER, start));
    ledger.record(history);
    Map<Cell, Tally> counted = tables.buckets(project, Granule.MINUTE);

    assertThat(erasure.ofUser(project, USER, change)).contains(2L);

    assertThat(tables.buckets(project, Granule.MINUTE)).isEqualTo(counted);
    assertThat(linked(project)).containsExactly(Map.entry(OTHER, 1L));
    assertThat(
            tables.number(
                "select count(*) from ledger where project = 'unlinked' and source = '' and id = '' and account is null"))
        .isEqualTo(2);

    ledger.record(history);
    ledger.record(List.of(feedback(project, "late", USER, start)));
    assertThat(tables.accounted(project).duplicate()).isEqualTo(3);
    assertThat(linked(project)).as("read again").containsExactly(Map.entry(OTHER, 1L));

    ledger.record(List.of(feedback(project, "new", USER, Instant.now())));
    assertThat(linked(project)).containsEntry(USER, 1L);
  }

  @Test
  void erasedUsersAreForgottenWhenNoTopicKnowsThemAnyMore() throws SQLException {
    erasure.ofUser("forgotten", USER, change);
    erasure.ofUser("forgotten", OTHER, change);
    tables.execute(
        "update erasure set until = until - interval '91 days' where project = 'forgotten' and pseudonym = '%s'"
            .formatted(USER));

    maintenance.run(now);

    assertThat(
            tables.number(
                "select count(*) from erasure where project = 'forgotten' and pseudonym = '%s'"
                    .formatted(OTHER)))
        .isEqualTo(1);
    assertThat(tables.number("select count(*) from erasure where project = 'forgotten'"))
        .isEqualTo(1);
  }

  /** How many rows every table has of the project, but for what tells of the erasure itself. */
  private Map<String, Long> rows(String project) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      StringBuilder sql = new StringBuilder("select 'none' as name, 0 as n");
      try (ResultSet names =
          statement.executeQuery(
              """
              select table_name from information_schema.columns
              where table_schema = current_schema() and column_name = 'project'
                and table_name not in ('audit', 'erasure')
                and table_name !~ '^(ledger_2|.*contribution$)'
              """)) {
        while (names.next()) {
          sql.append(
              " union all select '%1$s', count(*) from %1$s where project = '%2$s'"
                  .formatted(names.getString(1), project));
        }
      }
      try (ResultSet rows = statement.executeQuery(sql.toString())) {
        while (rows.next()) {
          if (rows.getLong("n") > 0) {
            counts.put(rows.getString("name"), rows.getLong("n"));
          }
        }
      }
    }
    return counts;
  }

  /** How many events each pseudonym has. */
  private Map<String, Long> linked(String project) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    for (String user : List.of(USER, OTHER)) {
      long n =
          tables.number(
              "select count(*) from ledger where project = '%s' and pseudonym = '%s'"
                  .formatted(project, user));
      if (n > 0) {
        counts.put(user, n);
      }
    }
    return counts;
  }

  private static Fact feedback(String project, String id, String user, Instant at) {
    return RandomHistory.event(
        project,
        id,
        at,
        new FeedbackSubmitted(
            Sentiment.POSITIVE,
            null,
            null,
            Map.of(),
            null,
            null,
            null,
            null,
            user,
            null,
            List.of(),
            "ACME"));
  }
}
