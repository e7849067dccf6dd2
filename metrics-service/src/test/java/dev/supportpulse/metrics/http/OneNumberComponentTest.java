package dev.supportpulse.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.config.StreamConfig;
import dev.supportpulse.metrics.http.RandomQuestions.History;
import dev.supportpulse.metrics.http.SeriesView.PointView;
import dev.supportpulse.metrics.http.SummaryView.GroupView;
import dev.supportpulse.metrics.query.Answer;
import dev.supportpulse.metrics.query.ChangeLog;
import dev.supportpulse.metrics.query.DrillDown;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.query.FigureService;
import dev.supportpulse.metrics.query.GroupKey;
import dev.supportpulse.metrics.query.OracleFigures;
import dev.supportpulse.metrics.query.QueryLimits;
import dev.supportpulse.metrics.query.SpanParameters;
import dev.supportpulse.metrics.query.SqlOracle;
import dev.supportpulse.metrics.query.SqlOracle.Place;
import dev.supportpulse.metrics.query.TallyReader;
import dev.supportpulse.metrics.reference.ReferenceStore;
import dev.supportpulse.metrics.window.Retention;
import dev.supportpulse.metrics.window.Window;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked, summary, series, CSV, drill-down and stream tell one number, and it is what
 * plain SQL over the ledger says: of two histories of three days, full of corrections and voids,
 * counted in batches and stripes, one of them around the night in which the clocks of Europe
 * changed.
 *
 * <p>All questions are asked of the resources themselves; some also over HTTP, where the same is
 * told. Streams are about windows that end now, so half of the questions are.
 */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class OneNumberComponentTest {

  private static final int QUESTIONS = 2_000;
  private static final int LIVE = QUESTIONS / 2;
  private static final int STREAMS_AT_ONCE = 100;
  private static final int EVERY_HTTP = 10;
  private static final int EVERY_HTTP_STREAM = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Set<FigureName> MONEY =
      EnumSet.of(
          FigureName.SUPPORT_COST,
          FigureName.RATED_COST,
          FigureName.TOTAL_COST,
          FigureName.INCOME,
          FigureName.PROFIT);
  private static final Set<FigureName> ROUNDED =
      EnumSet.of(FigureName.COST_PER_CASE, FigureName.COST_PER_RESOLVED_CASE);
  private static final Offset<BigDecimal> HALF_A_CENT = Offset.offset(new BigDecimal("0.005"));

  private final Instant now = Instant.now();
  private final RandomQuestions questions = new RandomQuestions(20261122);
  private final HttpClient client = HttpClient.newHttpClient();
  private int compared;
  private long told;

  @Inject OracleHistories histories;
  @Inject ReferenceStore store;
  @Inject TallyReader tallies;
  @Inject DrillDown drillDown;
  @Inject ChangeLog changes;
  @Inject Fingerprints fingerprints;
  @Inject QueryConfig config;
  @Inject ObjectMapper json;
  @Inject AgroalDataSource dataSource;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/v1/projects/")
  URI projects;

  // What HTTP would call, but for the lag: the broker's answer takes longer than all figures.
  private FigureService figures;
  private SummaryResource summaries;
  private SeriesResource series;
  private DrillDownResource drillDowns;

  @BeforeEach
  void resources() {
    Clock clock = Clock.systemUTC();
    figures =
        new FigureService(
            tallies,
            store,
            Optional::empty,
            new Retention(config.minutesKept(), config.quarterHoursKept()),
            new QueryLimits(config.maxBuckets(), config.maxCells()));
    summaries = new SummaryResource(figures, config, clock);
    series = new SeriesResource(figures, config, clock);
    drillDowns = new DrillDownResource(drillDown, store, config, clock);
  }

  @Test
  void isWhatTheLedgerSays() throws SQLException, IOException, InterruptedException {
    Instant clocksChanged =
        RandomQuestions.BERLIN
            .getRules()
            .previousTransition(now.minus(Duration.ofDays(4)))
            .getInstant();
    History recent = histories.record("one-number", now.minus(Duration.ofDays(9)), 1);
    History clocks =
        histories.record("one-number-clocks", clocksChanged.minus(Duration.ofDays(1)), 15);
    List<Asked> live = Stream.generate(() -> questions.live(recent, now)).limit(LIVE).toList();
    List<SummaryView> streamed = streamed(live);
    try (Connection connection = dataSource.getConnection()) {
      SqlOracle oracle = new SqlOracle(connection);
      for (int i = 0; i < LIVE; i++) {
        SummaryView pushed = streamed.get(i);
        Asked asked = live.get(i).about(new Window(pushed.window().from(), pushed.window().to()));
        SummaryView summary = check(asked, oracle);
        assertThat(tree(pushed.groups()))
            .as("stream of %s", asked)
            .isEqualTo(tree(summary.groups()));
        if (i % EVERY_HTTP_STREAM == 0) {
          assertStreamed(asked);
        }
      }
      for (int i = LIVE; i < QUESTIONS; i++) {
        Asked asked = questions.about(questions.any(List.of(recent, clocks)));
        SummaryView summary = check(asked, oracle);
        if (i % (EVERY_HTTP / 2) == 0) {
          assertServed(asked, summary);
        }
      }
    }
    assertThat(compared).as("values that were compared").isGreaterThan(20 * QUESTIONS);
    assertThat(told).as("observations that were drilled down to").isGreaterThan(QUESTIONS);
  }

  /** What is pushed first to whoever watches. */
  private List<SummaryView> streamed(List<Asked> asked) {
    LiveSummaries live =
        new LiveSummaries(
            figures,
            changes,
            fingerprints,
            new Polling(Duration.ofMillis(10), 2 * STREAMS_AT_ONCE),
            Clock.systemUTC(),
            new SimpleMeterRegistry());
    List<SummaryView> pushed = new ArrayList<>();
    for (int from = 0; from < asked.size(); from += STREAMS_AT_ONCE) {
      asked.subList(from, from + STREAMS_AT_ONCE).stream()
          .map(one -> pushed(live, one))
          .toList()
          .forEach(first -> pushed.add(first.join()));
    }
    live.close();
    return pushed;
  }

  private CompletableFuture<SummaryView> pushed(LiveSummaries live, Asked asked) {
    Parameters parameters = Asked.given(asked.stream(), StreamResource.PARAMETERS);
    return live.watch(RollingSummary.of(asked.project(), parameters, config), null)
        .toUni()
        .map(LiveSummaries.Update::summary)
        .subscribeAsCompletionStage()
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private record Polling(Duration poll, int maxStreams) implements StreamConfig {

    @Override
    public Duration settle() {
      return PATIENCE;
    }

    @Override
    public Duration heartbeat() {
      return PATIENCE;
    }
  }

  /** Asks every resource but the stream, compares, and returns the summary. */
  private SummaryView check(Asked asked, SqlOracle oracle) throws SQLException {
    Map<Place, Map<String, BigDecimal>> expected = oracle.answer(asked.question());
    SummaryView summary =
        summaries.summary(
            asked.project(), Asked.given(asked.summary(), SummaryResource.PARAMETERS));
    SeriesView points =
        series.series(asked.project(), Asked.given(asked.series(), SeriesResource.PARAMETERS));
    int whole = asked.question().boundaries().size() - 1;
    if (whole > 1) {
      checkCore(asked, expected);
    }
    Map<Map<String, @Nullable String>, Long> counts = new HashMap<>();
    for (GroupView group : summary.groups()) {
      OracleFigures sums = sums(expected.get(new Place(whole, Told.key(group.key()))), asked);
      group.figures().forEach((name, figure) -> compare(asked, name, figure, sums));
      counts.put(group.key(), Told.n(group.figures().get(asked.figure().wireName())));
    }
    counts.values().removeIf(n -> n == 0);
    assertThat(groups(summary))
        .as("groups of %s", asked)
        .containsExactlyInAnyOrderElementsOf(groups(asked, expected, whole));
    assertThat(Told.total(points)).as("n of the series of %s", asked).isEqualTo(counts);
    checkPoints(asked, points, expected);
    assertThat(Told.csvLines(points)).as("CSV of %s", asked).isEqualTo(Told.lines(points));
    if (!counts.isEmpty()) {
      Map<String, @Nullable String> key = questions.any(List.copyOf(counts.keySet()));
      assertThat(drillDown(asked, key).n())
          .as("drill-down of %s in %s", key, asked)
          .isEqualTo(counts.get(key));
      told += Objects.requireNonNull(counts.get(key));
    }
    return summary;
  }

  private static List<GroupKey> groups(SummaryView summary) {
    return summary.groups().stream().map(group -> Told.key(group.key())).toList();
  }

  /** Those that the ledger knows; the only one if nothing is grouped is there in any case. */
  private static Set<GroupKey> groups(
      Asked asked, Map<Place, Map<String, BigDecimal>> expected, int point) {
    Set<GroupKey> groups =
        expected.keySet().stream()
            .filter(place -> place.point() == point)
            .map(Place::key)
            .collect(Collectors.toSet());
    if (asked.groupBy().isEmpty()) {
      groups.add(GroupKey.ALL);
    }
    return groups;
  }

  /** Every figure of every point and group. */
  private void checkCore(Asked asked, Map<Place, Map<String, BigDecimal>> expected) {
    List<Answer.Point> points =
        figures.answer(asked.question(), now, SpanParameters.of("from")).points();
    for (int i = 0; i < points.size(); i++) {
      SortedMap<GroupKey, Answer.Figures> groups = points.get(i).groups();
      assertThat(groups.keySet()).as("groups of %s", asked).containsAll(groups(asked, expected, i));
      for (Map.Entry<GroupKey, Answer.Figures> group : groups.entrySet()) {
        OracleFigures sums = sums(expected.get(new Place(i, group.getKey())), asked);
        group
            .getValue()
            .byName()
            .forEach(
                (name, figure) -> compare(asked, name.wireName(), FigureViews.of(figure), sums));
      }
    }
  }

  private void checkPoints(
      Asked asked, SeriesView points, Map<Place, Map<String, BigDecimal>> expected) {
    List<Instant> froms = asked.question().boundaries();
    for (PointView point : points.points()) {
      Place place = new Place(froms.indexOf(point.from()), Told.key(point.key()));
      compare(asked, points.figure(), point.figure(), sums(expected.get(place), asked));
    }
  }

  private static OracleFigures sums(@Nullable Map<String, BigDecimal> ofOracle, Asked asked) {
    return new OracleFigures(ofOracle == null ? Map.of() : ofOracle, asked.currency());
  }

  private void compare(Asked asked, String wireName, FigureView figure, OracleFigures expected) {
    FigureName name = FigureName.parse(wireName);
    Map<String, BigDecimal> values = expected.of(name);
    Map<String, BigDecimal> served = Told.values(figure);
    Supplier<String> as = () -> name + " of " + asked;
    assertThat(served.keySet()).as(as).isEqualTo(values.keySet());
    served.forEach(
        (key, value) -> {
          BigDecimal exact = Objects.requireNonNull(values.get(key));
          if (MONEY.contains(name)) {
            assertThat(value).as(as).isEqualByComparingTo(exact);
          } else if (ROUNDED.contains(name)) {
            assertThat(value).as(as).isCloseTo(exact, HALF_A_CENT);
          } else if (key.startsWith("p")) {
            double atLeastOne = Math.max(1, exact.doubleValue());
            assertThat(value.doubleValue()).as(as).isCloseTo(atLeastOne, percent(1.000001));
          } else {
            assertThat(value.doubleValue()).as(as).isCloseTo(exact.doubleValue(), percent(1e-10));
          }
          compared++;
        });
  }

  private static Percentage percent(double value) {
    return Percentage.withPercentage(value);
  }

  private DrillDownView drillDown(Asked asked, Map<String, @Nullable String> key) {
    return drillDowns.feedback(
        asked.project(), Asked.given(asked.drillDown(key), DrillDownResource.PARAMETERS));
  }

  /** HTTP tells what the resources told; only what the broker has to say may differ. */
  private void assertServed(Asked asked, SummaryView summary)
      throws IOException, InterruptedException {
    assertThat(json(asked, "summary", asked.summary()).get("groups"))
        .as("summary of %s", asked)
        .isEqualTo(tree(summary.groups()));
    SeriesView points =
        series.series(asked.project(), Asked.given(asked.series(), SeriesResource.PARAMETERS));
    assertThat(Told.withoutComplete(json(asked, "series", asked.series()).get("points")))
        .as("series of %s", asked)
        .isEqualTo(Told.withoutComplete(tree(points.points())));
    assertThat(Told.withoutComplete(get(asked, "series", asked.series(), "text/csv")))
        .as("CSV of %s", asked)
        .isEqualTo(Told.withoutComplete(SeriesCsv.text(points)));
    assertThat(json(asked, "feedback", asked.drillDown(Map.of())))
        .as("drill-down of %s", asked)
        .isEqualTo(tree(drillDown(asked, Map.of())));
  }

  /** At the turn of a minute the two may look at windows of their own: then both look again. */
  private void assertStreamed(Asked asked) throws IOException, InterruptedException {
    JsonNode pushed;
    JsonNode summary;
    do {
      pushed = firstOf(asked);
      summary = json(asked, "summary", asked.stream());
    } while (!pushed.at("/window/to").equals(summary.at("/window/to")));
    assertThat(pushed.get("groups")).as("stream of %s", asked).isEqualTo(summary.get("groups"));
  }

  private JsonNode firstOf(Asked asked) throws IOException, InterruptedException {
    try (Stream<String> lines =
        client
            .send(
                request(asked, "stream", asked.stream(), "text/event-stream"),
                BodyHandlers.ofLines())
            .body()) {
      return json.readTree(
          lines.filter(line -> line.startsWith("data:")).findFirst().orElseThrow().substring(5));
    }
  }

  private JsonNode tree(Object view) {
    try {
      return json.readTree(json.writeValueAsBytes(view));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode json(Asked asked, String route, Map<String, String> parameters)
      throws IOException, InterruptedException {
    return json.readTree(get(asked, route, parameters, "application/json"));
  }

  private String get(Asked asked, String route, Map<String, String> parameters, String type)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request(asked, route, parameters, type), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s: %s", asked, answer.body()).isEqualTo(200);
    return answer.body();
  }

  private HttpRequest request(
      Asked asked, String route, Map<String, String> parameters, String type) {
    return HttpRequest.newBuilder(
            projects.resolve("%s/%s?%s".formatted(asked.project(), route, Asked.query(parameters))))
        .header("Accept", type)
        .build();
  }
}
