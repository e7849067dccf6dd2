package dev.supportpulse.metrics.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.query.Counting;
import dev.supportpulse.metrics.query.DrillDown;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.query.FigureService;
import dev.supportpulse.metrics.query.Filter;
import dev.supportpulse.metrics.query.QueryLimits;
import dev.supportpulse.metrics.query.Question;
import dev.supportpulse.metrics.query.SpanParameters;
import dev.supportpulse.metrics.query.TallyReader;
import dev.supportpulse.metrics.reference.References;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.window.Granularity;
import dev.supportpulse.metrics.window.Retention;
import dev.supportpulse.metrics.window.Window;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How PostgreSQL goes about the main queries, on 200,000 events of 20 projects in 35 days. The
 * plans as text are left in {@code target/query-plans} for {@code docs/query-plans.md}.
 */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class QueryPlansComponentTest {

  private static final String PROJECT = "plans-7";
  private static final Set<String> BY_INDEX =
      Set.of("Index Scan", "Index Only Scan", "Bitmap Heap Scan");
  private static final Path PLANS = Path.of("target/query-plans");

  private static final String EVENTS =
      """
      insert into ledger (project, identity, day, source, id, type, occurred_at, received_at,
        recorded_at, case_id, tally, classifiable, lacks_sentiment, voided, category, channel, mode)
      select 'plans-' || i %% 20, decode(md5(i::text), 'hex'), (at at time zone 'UTC')::date, '/s',
        i::text, 'feedback.submitted', at, at, at, case when i %% 5 = 0 then 'c' || i end,
        '{"SENTIMENT USER/POSITIVE": [1, "1"]}', false, false, false,
        (array['PERFORMANCE', 'SECURITY', 'OTHER'])[1 + i / 20 %% 3],
        (array['FORUM', 'EMAIL', 'CHAT', 'PHONE'])[1 + i / 60 %% 4], 'FREE'
      from (
        select i, '%s'::timestamptz - (200000 - i) * interval '35 days' / 200000 as at
        from generate_series(1, 200000) as i) as event
      """;

  private static final String CASES =
      """
      insert into case_state (project, case_id, first_day, last_day, counted_at, category, channel,
        mode, tally, backlog)
      select project, case_id, day, day, date_bin('1 minute', occurred_at, '2001-01-01T00:00:00Z'),
        category, channel, mode, '{"CASES": [1, "0"]}', '{}'
      from ledger where project like 'plans-%' and case_id is not null
      """;

  private static final String BUCKETS =
      """
      insert into %s (project, start_at, measure, detail, category, channel, mode, stripe, n, sum)
      select project, date_bin('%d seconds', occurred_at, '2001-01-01T00:00:00Z') as start_at,
        measure, '', category, channel, mode, 0, count(*), count(*)
      from ledger, unnest(array['SENTIMENT', 'CASES', 'BACKLOG']) as measure
      where project like 'plans-%%'
      group by project, start_at, measure, category, channel, mode
      """;

  private static final String CASES_READ =
      """
      select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
      where relname = 'case_state'
      """;

  /** Seven minutes past a quarter of an hour: windows that end there need every kind of bucket. */
  private final Instant now =
      Granule.QUARTER_HOUR.floor(Instant.now()).minus(Duration.ofMinutes(8));

  private final Instant to = Granule.MINUTE.ceil(now);

  @Inject LedgerPartitions partitions;
  @Inject AgroalDataSource dataSource;

  @BeforeEach
  void fill() throws SQLException {
    partitions.ensure(LocalDate.now(ZoneOffset.UTC));
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery("select 1 from ledger where project = '%s'".formatted(PROJECT))) {
        if (row.next()) {
          return;
        }
      }
      statement.execute(EVENTS.formatted(now));
      statement.execute(CASES);
      for (Granule granule : Granule.values()) {
        statement.execute(
            BUCKETS.formatted(BucketWriter.table(granule), granule.length().toSeconds()));
      }
      statement.execute("analyze");
    }
  }

  @Test
  void aSummaryOf30DaysByTwoDimensions() throws Exception {
    TallyReader.Request request =
        asked(
            List.of(to.minus(Duration.ofDays(30)), to),
            List.of(Dimension.CATEGORY, Dimension.CHANNEL),
            EnumSet.allOf(FigureName.class));
    assertThat(readByIndex("summary", BucketQuery.of(request)))
        .contains("bucket_minute", "bucket_quarter_hour", "bucket_day");
  }

  /** However often it was asked: then PostgreSQL keeps one plan for any values. */
  @Test
  void aSummaryReadsNoCaseThatIsDecided() throws SQLException {
    TallyReader.Request request =
        asked(
            List.of(to.minus(Duration.ofDays(30)), to),
            List.of(Dimension.CATEGORY, Dimension.CHANNEL),
            EnumSet.allOf(FigureName.class));
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local plan_cache_mode = force_generic_plan");
      try (PreparedStatement summary =
              BucketQuery.of(request).prepare(connection, Duration.ofMinutes(1));
          ResultSet rows = summary.executeQuery()) {
        assertThat(rows.next()).isTrue();
      }
      try (ResultSet cases = statement.executeQuery(CASES_READ)) {
        cases.next();
        assertThat(cases.getLong(1)).isZero();
      }
      connection.rollback();
    }
  }

  @Test
  void aSeriesOf30DaysInAnotherZone() throws Exception {
    ZoneId shanghai = ZoneId.of("Asia/Shanghai");
    List<Instant> boundaries =
        Granularity.P1D.boundaries(new Window(to.minus(Duration.ofDays(30)), to), shanghai, 100);
    TallyReader.Request request =
        asked(boundaries, List.of(Dimension.CHANNEL), Set.of(FigureName.NET_SATISFACTION));
    assertThat(readByIndex("series", BucketQuery.of(request)))
        .contains("bucket_minute", "bucket_quarter_hour");
  }

  @Test
  void aDrillDownOf30Days() throws Exception {
    DrillDown.Request request =
        new DrillDown.Request(
            PROJECT,
            new Window(to.minus(Duration.ofDays(30)), to),
            List.of(new Filter(Dimension.CHANNEL, "FORUM")),
            null,
            Counting.of(FigureName.NET_SATISFACTION, References.NONE),
            100,
            null);
    for (Map.Entry<String, BoundSql> statement :
        Map.of(
                "drill-down-page", ContributionQuery.items(request),
                "drill-down-totals", ContributionQuery.totals(request))
            .entrySet()) {
      assertThat(readByIndex(statement.getKey(), statement.getValue()))
          .filteredOn(table -> table.startsWith("ledger_"))
          .as("the days that are asked for, and no others")
          .hasSizeBetween(30, 31);
    }
  }

  /** What the reader of tallies is asked for that question. */
  private TallyReader.Request asked(
      List<Instant> boundaries, List<Dimension> groupBy, Set<FigureName> figures) {
    AtomicReference<TallyReader.Request> asked = new AtomicReference<>();
    new FigureService(
            request -> {
              asked.set(request);
              return new TallyReader.Reading(List.of(), Map.of(), Map.of(), Map.of(), true);
            },
            project -> References.NONE,
            Optional::empty,
            new Retention(Duration.ofDays(35), Duration.ofDays(400)),
            new QueryLimits(2_000_000, 100_000))
        .answer(
            new Question(PROJECT, boundaries, groupBy, List.of(), figures),
            now,
            SpanParameters.of("window"));
    return Objects.requireNonNull(asked.get());
  }

  /**
   * The tables that are read by an index; asserts that neither ledger nor buckets are read whole.
   */
  private Set<String> readByIndex(String name, BoundSql sql) throws SQLException, IOException {
    Map<String, Set<String>> relations = new TreeMap<>();
    collect(new ObjectMapper().readTree(explain("format json", sql)).get(0), relations);
    Files.createDirectories(PLANS);
    Files.writeString(
        PLANS.resolve(name + ".txt"),
        explain("analyze, costs off, timing off, buffers off, summary off", sql));
    assertThat(relations.getOrDefault("Seq Scan", Set.of()))
        .as("read from end to end by the %s", name)
        .noneMatch(table -> table.matches("ledger.*|bucket_.*|case_state"));
    relations.keySet().retainAll(BY_INDEX);
    return relations.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  private String explain(String options, BoundSql sql) throws SQLException {
    BoundSql explained =
        new BoundSql("explain (%s) %s".formatted(options, sql.text()), sql.parameters());
    StringBuilder plan = new StringBuilder();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = explained.prepare(connection, Duration.ofMinutes(1));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  private static void collect(JsonNode node, Map<String, Set<String>> relations) {
    if (node.has("Relation Name")) {
      relations
          .computeIfAbsent(
              node.get("Node Type").asText().replace("Parallel ", ""), type -> new TreeSet<>())
          .add(node.get("Relation Name").asText());
    }
    node.forEach(child -> collect(child, relations));
  }
}
