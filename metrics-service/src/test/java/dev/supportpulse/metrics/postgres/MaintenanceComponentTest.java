package dev.supportpulse.metrics.postgres;

import static dev.supportpulse.metrics.figure.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.RejectionOutcome;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.RandomHistory;
import dev.supportpulse.metrics.query.Answer;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.query.FigureService;
import dev.supportpulse.metrics.query.Question;
import dev.supportpulse.metrics.query.SpanParameters;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Measure;
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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Old granules and days go, stripes become one, and no figure notices. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class MaintenanceComponentTest {

  private final Instant now = Instant.now();

  @Inject Maintenance maintenance;
  @Inject LedgerPartitions partitions;
  @Inject TestBuckets buckets;
  @Inject FigureService figures;
  @Inject AgroalDataSource dataSource;

  @Test
  void finerTiersGoWhenTheirTimeIsOverAndFiguresStay() throws SQLException {
    String project = "kept-tiers";
    for (int daysAgo : List.of(1, 34, 36, 399, 401, 900)) {
      feedback(project, now.minus(Duration.ofDays(daysAgo)), 0);
    }
    Answer before = answer(project);

    assertThat(maintenance.run(now)).isPresent();

    assertThat(rows("bucket_minute", project)).isEqualTo(2);
    assertThat(rows("bucket_quarter_hour", project)).isEqualTo(4);
    assertThat(rows("bucket_day", project)).isEqualTo(6);
    assertThat(answer(project).points()).isEqualTo(before.points());
  }

  @Test
  void stripesOfWhatIsOverBecomeOne() throws SQLException {
    String project = "striped";
    for (int stripe = 0; stripe < 4; stripe++) {
      feedback(project, now.minus(Duration.ofDays(3)), stripe);
      feedback(project, now, stripe);
    }
    Answer before = answer(project);

    maintenance.run(now);
    assertThat(rows("bucket_minute", project)).isEqualTo(2 + 4);
    feedback(project, now.minus(Duration.ofDays(3)), 2);
    maintenance.run(now);

    assertThat(rows("bucket_minute", project)).isEqualTo(2 + 4);
    assertThat(feedbacks(answer(project))).isEqualTo(feedbacks(before) + 1);
  }

  @Test
  void writersInTheSamePlaceLoseNothing() throws Exception {
    String project = "busy";
    Instant at = now.minus(Duration.ofDays(2));
    int writers = 3;
    int each = 40;
    List<CompletableFuture<Void>> writing =
        IntStream.range(0, writers)
            .mapToObj(
                stripe ->
                    CompletableFuture.runAsync(
                        () -> {
                          for (int i = 0; i < each; i++) {
                            add(project, at, stripe);
                          }
                        }))
            .toList();
    while (!writing.stream().allMatch(CompletableFuture::isDone)) {
      maintenance.run(now);
    }
    for (CompletableFuture<Void> writer : writing) {
      writer.get();
    }
    maintenance.run(now);
    assertThat(feedbacks(answer(project))).isEqualTo((long) writers * each);
    assertThat(rows("bucket_day", project)).isEqualTo(2);
  }

  @Test
  void whatAWriterHoldsIsLeftForTheNextRound() throws SQLException {
    String inTheSecondStripe =
        "select count(*) from bucket_day where project = 'held' and stripe = 1";
    add("held", now.minus(Duration.ofDays(2)), 1);
    long held = count(inTheSecondStripe);
    try (Connection writer = dataSource.getConnection();
        Statement statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute("update bucket_day set n = n where project = 'held'");
      assertThat(CompletableFuture.supplyAsync(() -> maintenance.run(now)))
          .succeedsWithin(Duration.ofSeconds(30));
      writer.rollback();
    }
    assertThat(count(inTheSecondStripe)).isEqualTo(held).isPositive();
    maintenance.run(now);
    assertThat(count(inTheSecondStripe)).isZero();
  }

  @Test
  void daysOfTheLedgerGoWithTheirIdentities() throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    partitions.ensure(today);
    partitions.ensure(today.minusDays(2));
    LocalDate last = partitions.first(today).minusDays(1);
    for (LocalDate day : List.of(last.minusDays(1), last)) {
      event(day);
    }

    maintenance.run(now);

    assertThat(count("select count(*) from identity where project = 'old-days'")).isEqualTo(1);
    assertThat(count("select count(*) from ledger where project = 'old-days'")).isEqualTo(1);
    assertThat(
            count(
                "select count(*) from pg_class where relname = 'ledger_%s'"
                    .formatted(last.minusDays(1).toString().replace('-', '_'))))
        .isZero();
  }

  @Test
  void refusalsThatNobodySentAgainForLongAreForgotten() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      for (int daysAgo : List.of(1, 34, 36, 400)) {
        Instant at = now.minus(Duration.ofDays(daysAgo));
        Fact.EventRefused refused =
            new Fact.EventRefused(
                Fact.keyOf("refused", "/test", "e" + daysAgo),
                RandomHistory.digest("d"),
                at,
                RejectionOutcome.REJECTED);
        RefusalTable.write(
            connection, new TreeMap<>(Map.of(Objects.requireNonNull(refused.refusal()), at)), at);
      }
    }

    maintenance.run(now);

    assertThat(count("select count(*) from refusal where project = 'refused'")).isEqualTo(2);
  }

  @Test
  void classificationsWhoseEventNeverCameAreGivenUp() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (int daysAgo : List.of(1, 34, 36, 400)) {
        statement.execute(
            """
            insert into parked_classification
              (project, identity, digest, category, origin, sequence, tier, parked_at)
            values ('waiting', '\\x%1$04d', 'd', 'OTHER', 'MODEL', 1, 'FAST',
              timestamptz '%2$s' - interval '%1$d days')
            """
                .formatted(daysAgo, now));
      }
    }

    assertThat(maintenance.run(now).orElseThrow().abandoned()).isEqualTo(2);

    assertThat(count("select count(*) from parked_classification where project = 'waiting'"))
        .isEqualTo(2);
  }

  @Test
  void oneInstanceWorksAtATime() throws SQLException {
    try (Connection other = dataSource.getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(hashtext('support-pulse metrics maintenance'))");
      assertThat(maintenance.run(now)).isEmpty();
      statement.execute("select pg_advisory_unlock(hashtext('support-pulse metrics maintenance'))");
    }
    assertThat(maintenance.run(now)).isPresent();
  }

  private void event(LocalDate day) throws SQLException {
    String table = "ledger_" + day.toString().replace('-', '_');
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into ledger (project, identity, day, source, id, type, occurred_at, received_at,
            recorded_at, tally, classifiable, lacks_sentiment, voided)
          values ('old-days', '\\x%1$s', '%2$s', '/s', 'i', 'question.asked', '%2$s', '%2$s',
            '%2$s', '{}', false, false, false)
          """
              .formatted("00" + day.toString().replace("-", ""), day));
      statement.execute(
          "insert into identity (project, identity, digest, day) select project, identity, 'd', day from "
              + table);
    }
  }

  private void add(String project, Instant at, int stripe) {
    try {
      feedback(project, at, stripe);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void feedback(String project, Instant at, int stripe) throws SQLException {
    buckets.add(
        project,
        at,
        Dimensions.UNKNOWN,
        tally(Measure.SENTIMENT, "USER/POSITIVE", 1, "1"),
        stripe,
        null);
  }

  private Answer answer(String project) {
    Instant to = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    return figures.answer(
        new Question(
            project,
            List.of(to.minus(Duration.ofDays(1000)), to),
            List.of(),
            List.of(),
            Set.of(FigureName.NET_SATISFACTION)),
        now,
        SpanParameters.of("window"));
  }

  private static long feedbacks(Answer answer) {
    return ((Figure.Ratio) answer.points().get(0).only().get(FigureName.NET_SATISFACTION)).n();
  }

  private long rows(String table, String project) throws SQLException {
    return count("select count(*) from %s where project = '%s'".formatted(table, project));
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
