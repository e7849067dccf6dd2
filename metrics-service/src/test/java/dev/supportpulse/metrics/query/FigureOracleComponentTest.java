package dev.supportpulse.metrics.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.cost.Budget;
import dev.supportpulse.metrics.cost.ExchangeTable;
import dev.supportpulse.metrics.cost.RateCard;
import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Figure.CurrencyAmount;
import dev.supportpulse.metrics.figure.Quantity;
import dev.supportpulse.metrics.ledger.Batch;
import dev.supportpulse.metrics.ledger.Claim;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.Ledger;
import dev.supportpulse.metrics.ledger.RandomHistory;
import dev.supportpulse.metrics.ledger.SourcePartition;
import dev.supportpulse.metrics.postgres.LedgerPartitions;
import dev.supportpulse.metrics.query.SqlOracle.Place;
import dev.supportpulse.metrics.reference.Change;
import dev.supportpulse.metrics.reference.ReferenceStore;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.window.Granularity;
import dev.supportpulse.metrics.window.Retention;
import dev.supportpulse.metrics.window.Window;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked, every figure is what plain SQL over the ledger says: two histories of three
 * days, one of them around the night in which the clocks of Europe changed.
 */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class FigureOracleComponentTest {

  private static final int QUESTIONS = 2_000;
  private static final int EVENTS = 300;
  private static final int DAYS = 3;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<ZoneId> ZONES =
      List.of(BERLIN, ZoneOffset.UTC, ZoneId.of("Asia/Kolkata"), ZoneId.of("America/New_York"));
  private static final Set<FigureName> MONEY =
      EnumSet.of(
          FigureName.SUPPORT_COST,
          FigureName.RATED_COST,
          FigureName.TOTAL_COST,
          FigureName.INCOME,
          FigureName.PROFIT);

  private final Random random = new Random(20261122);
  private final Instant now = Instant.now();
  private int checked;

  @Inject Ledger ledger;
  @Inject LedgerPartitions partitions;
  @Inject ReferenceStore store;
  @Inject TallyReader tallies;
  @Inject AgroalDataSource dataSource;

  /** Where the history began, and how fine its windows may be: minutes are kept for 35 days. */
  private record History(String project, Instant start, int stepMinutes) {}

  @Test
  void everyFigureOfRandomQuestionsIsWhatTheLedgerSays() throws SQLException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    partitions.ensure(today);
    Instant changed =
        BERLIN.getRules().previousTransition(now.minus(Duration.ofDays(4))).getInstant();
    // The lag isn't asked for: the broker's answer would take longer than the figures.
    FigureService figures =
        new FigureService(
            tallies,
            store,
            Optional::empty,
            new Retention(Duration.ofDays(35), Duration.ofDays(400)),
            new QueryLimits(1_000_000, 100_000));
    List<History> histories =
        List.of(
            record("oracle-recent", now.minus(Duration.ofDays(9)), 1),
            record("oracle-clocks", changed.minus(Duration.ofDays(1)), 15));
    try (Connection connection = dataSource.getConnection()) {
      SqlOracle oracle = new SqlOracle(connection);
      for (int i = 0; i < QUESTIONS; i++) {
        check(question(histories.get(random.nextInt(2))), figures, oracle);
      }
    }
    assertThat(checked).as("values that were compared").isGreaterThan(20 * QUESTIONS);
  }

  private History record(String project, Instant begin, int stepMinutes) {
    Instant start = begin.truncatedTo(ChronoUnit.DAYS);
    List<Fact> facts = RandomHistory.of(project, 31, EVENTS, start);
    int half = facts.size() / 2;
    record(project, 0, facts.subList(0, half));
    refer(project, LocalDate.ofInstant(start, ZoneOffset.UTC));
    record(project, 1, facts.subList(half, facts.size()));
    return new History(project, start, stepMinutes);
  }

  private void record(String project, int partition, List<Fact> facts) {
    SourcePartition source = new SourcePartition(project, partition);
    Claim claim =
        Objects.requireNonNull(ledger.claim(new TreeMap<>(Map.of(source, 0L))).get(source));
    Batch.Slice all = new Batch.Slice(claim, facts.size(), now, facts);
    assertThat(ledger.record(new Batch(new TreeMap<>(Map.of(source, all)), partition))).isEmpty();
  }

  /** Rates and a budget that change within the history, and targets in its midst. */
  private void refer(String project, LocalDate start) {
    Change change = new Change("oracle", now, "{}");
    store.put(
        project,
        new Targets(Duration.ofHours(9), Duration.ofHours(20), null, RandomHistory.HOURS),
        change);
    for (int day = 0; day < 2; day++) {
      LocalDate from = day == 0 ? LocalDate.parse("2020-01-01") : start.plusDays(1);
      store.put(
          project, new RateCard(day == 0 ? "USD" : "CNY", rates("hour", 12 + day), from), change);
      store.put(project, new ExchangeTable("USD", rates("CNY", 1 + day), from), change);
      SortedMap<String, BigDecimal> toEuro = rates("CNY", 3 + day);
      toEuro.putAll(rates("USD", 9 + day));
      store.put(project, new ExchangeTable("EUR", toEuro, from.plusDays(day)), change);
    }
    Instant budgeted = start.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    store.put(
        project,
        new Budget(
            new BigDecimal("700"), "USD", new Window(budgeted, budgeted.plus(Duration.ofDays(2)))),
        change);
  }

  private static SortedMap<String, BigDecimal> rates(String name, int tenths) {
    return new TreeMap<>(Map.of(name, BigDecimal.valueOf(tenths, 1)));
  }

  private Question question(History history) {
    int minutes = (DAYS + 2) * 1440 / history.stepMinutes();
    int from = random.nextInt(minutes);
    int length = 1 + random.nextInt(minutes);
    Instant begin =
        history
            .start()
            .minus(Duration.ofDays(1))
            .plus(Duration.ofMinutes((long) from * history.stepMinutes()));
    Window span =
        new Window(begin, begin.plus(Duration.ofMinutes((long) length * history.stepMinutes())));
    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
    List<Dimension> dimensions = new ArrayList<>(Arrays.asList(Dimension.values()));
    Collections.shuffle(dimensions, random);
    return new Question(
        history.project(),
        switch (random.nextInt(5)) {
          case 0 -> Granularity.P1D.boundaries(span, zone, 3_000);
          case 1 -> Granularity.PT1H.boundaries(span, zone, 3_000).stream().limit(12).toList();
          case 2 -> Granularity.P1W.boundaries(span, zone, 3_000);
          default -> List.of(span.from(), span.to());
        },
        dimensions.subList(0, random.nextInt(3)),
        filters(),
        EnumSet.allOf(FigureName.class),
        random.nextBoolean() ? null : random.nextBoolean() ? "USD" : "EUR",
        Attribution.DIRECT);
  }

  private List<Filter> filters() {
    List<Filter> filters = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      if (random.nextInt(5) == 0) {
        boolean missing = random.nextInt(3) == 0;
        filters.add(new Filter(dimension, missing ? null : value(dimension)));
      }
    }
    return filters;
  }

  private String value(Dimension dimension) {
    List<String> values =
        switch (dimension) {
          case CATEGORY -> List.of("PERFORMANCE", "SECURITY", "USAGE_QUESTION");
          case CHANNEL -> List.of("FORUM", "EMAIL", "CHAT");
          case TIER -> List.of("PREMIUM", "COMMUNITY");
          case MODE -> List.of("FREE", "PAID", "HYBRID");
        };
    return values.get(random.nextInt(values.size()));
  }

  private void check(Question question, FigureService figures, SqlOracle oracle)
      throws SQLException {
    Map<Place, Map<String, BigDecimal>> expected = oracle.answer(question);
    List<Answer.Point> points = figures.answer(question, now, SpanParameters.of("from")).points();
    Set<GroupKey> counted = expected.keySet().stream().map(Place::key).collect(Collectors.toSet());
    counted.add(GroupKey.ALL);
    assertThat(counted)
        .as("groups in which nothing is left: %s", question)
        .containsAll(points.get(0).groups().keySet());
    for (int i = 0; i < points.size(); i++) {
      for (Map.Entry<GroupKey, Answer.Figures> group : points.get(i).groups().entrySet()) {
        Map<String, BigDecimal> ofOracle = expected.remove(new Place(i, group.getKey()));
        Expected values = new Expected(ofOracle == null ? Map.of() : ofOracle, question);
        group
            .getValue()
            .byName()
            .forEach((name, figure) -> compare(question, name, figure, values));
      }
    }
    assertThat(expected).as("groups that only the ledger knows: %s", question).isEmpty();
  }

  private void compare(Question question, FigureName name, Figure figure, Expected expected) {
    Map<String, BigDecimal> values = expected.of(name);
    Map<String, BigDecimal> served = served(figure);
    String as = name + " of " + question;
    assertThat(served.keySet()).as(as).isEqualTo(values.keySet());
    served.forEach(
        (key, value) -> {
          BigDecimal exact = Objects.requireNonNull(values.get(key));
          if (MONEY.contains(name)) {
            assertThat(value).as(as).isEqualByComparingTo(exact);
          } else if (key.startsWith("p")) {
            double atLeastOne = Math.max(1, exact.doubleValue());
            assertThat(value.doubleValue()).as(as).isCloseTo(atLeastOne, percent(1.000001));
          } else {
            assertThat(value.doubleValue()).as(as).isCloseTo(exact.doubleValue(), percent(1e-10));
          }
          checked++;
        });
  }

  private static Percentage percent(double value) {
    return Percentage.withPercentage(value);
  }

  /** The values of a figure: by currency for money, by percentile for durations. */
  private static Map<String, BigDecimal> served(Figure figure) {
    if (figure instanceof Figure.SeveralCurrencies several) {
      return several.amounts().stream()
          .collect(Collectors.toMap(CurrencyAmount::currency, CurrencyAmount::value));
    }
    Map<String, BigDecimal> values = new HashMap<>();
    Quantity.of(figure)
        .ifPresent(
            quantity ->
                values.put(
                    Objects.requireNonNullElse(quantity.currency(), "value"),
                    quantity.value().toDecimal()));
    if (figure instanceof Figure.Durations durations) {
      values.put("p50", BigDecimal.valueOf(durations.p50()));
      values.put("p90", BigDecimal.valueOf(durations.p90()));
      values.put("p95", BigDecimal.valueOf(durations.p95()));
      values.put("p99", BigDecimal.valueOf(durations.p99()));
    }
    return values;
  }

  /** What the oracle's sums make of each figure. */
  private record Expected(Map<String, BigDecimal> sums, Question question) {

    Map<String, BigDecimal> of(FigureName name) {
      return switch (name) {
        case SUPPORT_COST -> amounts("COST");
        case INCOME -> amounts("INCOME");
        case RATED_COST -> amounts("RATED");
        case TOTAL_COST -> plus(amounts("RATED"), amounts("COST_IN_TOTAL"), BigDecimal.ONE);
        case PROFIT -> plus(amounts("INCOME"), amounts("COST"), BigDecimal.ONE.negate());
        case COST_PER_CASE -> perCase("cases");
        case COST_PER_RESOLVED_CASE -> perCase("resolved");
        case BUDGET_USED -> ofBudget("IN_BUDGET");
        case BURN_RATE -> ofBudget("TO_DATE");
        case FIRST_RESPONSE, RESOLUTION_TIME -> durations(name.wireName());
        case COMPOSITE_EFFICIENCY -> composite();
        default -> one(sums.get(name.wireName()));
      };
    }

    private Map<String, BigDecimal> amounts(String kind) {
      Map<String, BigDecimal> amounts = new HashMap<>();
      sums.forEach(
          (name, value) -> {
            if (name.startsWith(kind + " ")) {
              amounts.put(name.substring(kind.length() + 1), value);
            }
          });
      return amounts;
    }

    private static Map<String, BigDecimal> plus(
        Map<String, BigDecimal> a, Map<String, BigDecimal> b, BigDecimal factor) {
      Map<String, BigDecimal> sum = new HashMap<>(a);
      b.forEach((currency, value) -> sum.merge(currency, value.multiply(factor), BigDecimal::add));
      return sum;
    }

    private Map<String, BigDecimal> perCase(String cases) {
      Map<String, BigDecimal> costs = amounts("COST");
      BigDecimal count = sums.getOrDefault(cases, BigDecimal.ZERO);
      if (count.signum() == 0 || costs.size() > 1) {
        return count.signum() == 0 ? Map.of() : costs;
      }
      costs.replaceAll((currency, cost) -> quotient(cost, count));
      return costs;
    }

    private Map<String, BigDecimal> ofBudget(String kind) {
      Map<String, BigDecimal> costs = amounts(kind);
      String currency = Objects.requireNonNullElse(question.currency(), "USD");
      return costs.keySet().equals(Set.of(currency))
          ? one(sums.get("SHARE %s %s".formatted(kind, currency)))
          : costs;
    }

    private Map<String, BigDecimal> durations(String name) {
      Map<String, BigDecimal> values = new HashMap<>(one(sums.get(name)));
      for (String percentile : List.of("p50", "p90", "p95", "p99")) {
        BigDecimal value = sums.get(name + " " + percentile);
        if (value != null) {
          values.put(percentile, value);
        }
      }
      return values;
    }

    private Map<String, BigDecimal> composite() {
      BigDecimal resolved = sums.get("supportEfficiency");
      BigDecimal response = sums.get("firstResponse");
      BigDecimal csat = sums.get("weightedCsat");
      if (resolved == null || response == null || csat == null) {
        return Map.of();
      }
      return one(
          resolved
              .multiply(new BigDecimal("0.6"))
              .add(quotient(new BigDecimal("25920"), response))
              .add(csat.multiply(new BigDecimal("0.1"))));
    }

    private static Map<String, BigDecimal> one(@Nullable BigDecimal value) {
      return value == null ? new HashMap<>() : new HashMap<>(Map.of("value", value));
    }

    private static BigDecimal quotient(BigDecimal a, BigDecimal b) {
      return a.divide(b, MathContext.DECIMAL128);
    }
  }
}
