package dev.supportpulse.metrics.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Channel;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.ledger.Batch;
import dev.supportpulse.metrics.ledger.Claim;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.InMemoryLedger;
import dev.supportpulse.metrics.ledger.Ledger;
import dev.supportpulse.metrics.ledger.RandomHistory;
import dev.supportpulse.metrics.ledger.SourcePartition;
import dev.supportpulse.metrics.postgres.TestBuckets;
import dev.supportpulse.metrics.query.TallyReader.Cell;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.MeasureKey;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.WindowCover;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is asked, the buckets say what a plain sum over the events says. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class QueryOracleComponentTest {

  private static final Instant START = Instant.parse("2026-05-30T00:00:00Z");
  private static final int MINUTES = 4 * 24 * 60;
  private static final int BATCH = 25;
  private static final int STRIPES = 3;
  private static final Set<Measure> MEASURES =
      EnumSet.of(
          Measure.SENTIMENT,
          Measure.COST,
          Measure.CASES,
          Measure.RATING,
          Measure.FIRST_RESPONSE,
          Measure.PENDING,
          Measure.PENDING_SENTIMENT,
          Measure.PENDING_CASES);

  private static final Set<Measure> SETTLED =
      MEASURES.stream()
          .filter(measure -> !Measure.UNSETTLED.contains(measure))
          .collect(Collectors.toSet());

  private final Random random = new Random(20261122);

  @Inject TallyReader reader;
  @Inject TestBuckets buckets;
  @Inject Ledger ledger;

  @Test
  void bucketsEqualANaiveSumForRandomQuestions() throws SQLException {
    List<Event> events = Stream.generate(() -> event(START)).limit(600).toList();
    for (Event event : events) {
      buckets.add("oracle", event.at(), event.dimensions(), event.tally(), random.nextInt(3), null);
    }
    assertAnswersAreNaive("oracle", START, events);
  }

  @Test
  void soDoesWhatTheLedgerWroteForARandomHistory() {
    Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(10));
    List<Fact> history = RandomHistory.of("oracle-ledger", 7, 400, start);
    for (int from = 0; from < history.size(); from += BATCH) {
      record(history.subList(from, Math.min(from + BATCH, history.size())), from % STRIPES);
    }
    InMemoryLedger expected = new InMemoryLedger();
    expected.record(history, Instant.now());
    List<Event> counted =
        expected.buckets().entrySet().stream()
            .map(
                cell ->
                    new Event(cell.getKey().start(), cell.getKey().dimensions(), cell.getValue()))
            .toList();
    assertThat(counted).hasSizeGreaterThan(100);
    assertAnswersAreNaive("oracle-ledger", start, counted);
  }

  @Test
  void readingStopsAtTheLimitAndSaysSo() throws SQLException {
    Dimensions known = new Dimensions(NeedCategory.SECURITY, null, null, null);
    for (int minute = 0; minute < 10; minute++) {
      buckets.add(
          "limited",
          START.plusSeconds(60L * minute),
          minute < 5 ? known : Dimensions.UNKNOWN,
          Tally.of(Measure.CASES.plain(), Amount.once(1)));
    }
    for (List<Filter> filters :
        List.of(List.<Filter>of(), List.of(new Filter(Dimension.CHANNEL, "EMAIL")))) {
      assertThat(read("limited", filters, 10).whole()).isTrue();
      TallyReader.Reading cut = read("limited", filters, 9);
      assertThat(cut.whole()).isFalse();
      assertThat(cut.cells()).isEmpty();
    }
  }

  private TallyReader.Reading read(String project, List<Filter> filters, int maxBuckets) {
    List<Instant> tenMinutes = List.of(START, START.plusSeconds(600));
    return reader.read(
        new TallyReader.Request(
            project,
            tenMinutes,
            List.of(new TallyReader.Part(WindowCover.of(tenMinutes), MEASURES)),
            List.of(),
            filters,
            maxBuckets,
            Instant.now()));
  }

  private void assertAnswersAreNaive(String project, Instant start, List<Event> events) {
    for (int i = 0; i < 200; i++) {
      TallyReader.Request question = question(project, start);
      TallyReader.Reading reading = reader.read(question);
      assertThat(cells(reading)).as("%s", question).isEqualTo(naive(question, events));
      assertThat(reading.pending()).as("%s", question).isEqualTo(pending(question, events));
    }
  }

  /** In batches and stripes, so that what one counted another takes back. */
  private void record(List<Fact> facts, int stripe) {
    SourcePartition partition = new SourcePartition("oracle", 0);
    Claim claim =
        Objects.requireNonNull(ledger.claim(new TreeMap<>(Map.of(partition, 0L))).get(partition));
    Batch.Slice all = new Batch.Slice(claim, claim.next() + facts.size(), Instant.now(), facts);
    assertThat(ledger.record(new Batch(new TreeMap<>(Map.of(partition, all)), stripe))).isEmpty();
  }

  private record Event(Instant at, Dimensions dimensions, Tally tally) {}

  private record CellKey(int interval, GroupKey group) {}

  private static Map<CellKey, Tally> cells(TallyReader.Reading reading) {
    Map<CellKey, Tally> cells = new HashMap<>();
    for (Cell cell : reading.cells()) {
      cells.put(new CellKey(cell.interval(), cell.key()), cell.tally());
    }
    return cells;
  }

  private static Map<CellKey, Tally> naive(TallyReader.Request question, List<Event> events) {
    Map<CellKey, Tally> sums = new HashMap<>();
    for (Event event : events) {
      int interval = interval(question.boundaries(), event.at());
      if (interval >= 0 && selected(question.filters(), event.dimensions())) {
        Tally tally = only(SETTLED, event.tally());
        if (!tally.isNone()) {
          sums.merge(
              new CellKey(interval, key(question.groupBy(), event.dimensions())),
              tally,
              Tally::plus);
        }
      }
    }
    return sums;
  }

  private static Map<Integer, Tally> pending(TallyReader.Request question, List<Event> events) {
    Map<Integer, Tally> sums = new TreeMap<>();
    for (Event event : events) {
      int interval = interval(question.boundaries(), event.at());
      Tally tally = only(Measure.UNSETTLED, event.tally());
      if (interval >= 0 && !tally.isNone()) {
        sums.merge(interval, tally, Tally::plus);
      }
    }
    return sums;
  }

  private static Tally only(Set<Measure> measures, Tally tally) {
    TreeMap<MeasureKey, Amount> kept = new TreeMap<>(tally.amounts());
    kept.keySet().removeIf(key -> !measures.contains(key.measure()));
    return new Tally(kept);
  }

  private static int interval(List<Instant> boundaries, Instant at) {
    for (int i = 1; i < boundaries.size(); i++) {
      if (!at.isBefore(boundaries.get(i - 1)) && at.isBefore(boundaries.get(i))) {
        return i - 1;
      }
    }
    return -1;
  }

  private static boolean selected(List<Filter> filters, Dimensions dimensions) {
    return filters.stream()
        .allMatch(f -> Objects.equals(f.value(), value(f.dimension(), dimensions)));
  }

  private static GroupKey key(List<Dimension> groupBy, Dimensions dimensions) {
    Map<Dimension, @Nullable String> values = new EnumMap<>(Dimension.class);
    groupBy.forEach(dimension -> values.put(dimension, value(dimension, dimensions)));
    return new GroupKey(values);
  }

  private static @Nullable String value(Dimension dimension, Dimensions dimensions) {
    Object value =
        switch (dimension) {
          case CATEGORY -> dimensions.category();
          case CHANNEL -> dimensions.channel();
          case TIER -> dimensions.tier();
          case MODE -> dimensions.mode();
        };
    return value == null ? null : value.toString();
  }

  private Event event(Instant start) {
    Tally tally =
        switch (random.nextInt(4)) {
          case 0 -> Tally.of(Measure.SENTIMENT.of("USER/POSITIVE"), Amount.once(1));
          case 1 ->
              Tally.of(
                  Measure.COST.of("USD/FIXED"),
                  Amount.once(BigDecimal.valueOf(random.nextInt(100_000) + 1L, 2)));
          case 2 -> Tally.of(Measure.CASES.plain(), Amount.once(random.nextInt(2)));
          default -> Tally.of(Measure.PENDING.plain(), new Amount(1, BigDecimal.ZERO));
        };
    return new Event(
        start.plusSeconds(random.nextInt(MINUTES * 60)),
        new Dimensions(
            pick(NeedCategory.values()),
            pick(Channel.values()),
            tier(),
            pick(SupportMode.values())),
        tally);
  }

  private <E> @Nullable E pick(E[] values) {
    int index = random.nextInt(3);
    return index == 0 ? null : values[index];
  }

  private @Nullable String tier() {
    return pick(new String[] {"", "PREMIUM", "a'b,\"c"});
  }

  private TallyReader.Request question(String project, Instant start) {
    TreeSet<Instant> boundaries = new TreeSet<>();
    int wanted = 2 + random.nextInt(5);
    while (boundaries.size() < wanted) {
      int minute = random.nextInt(MINUTES);
      int aligned = random.nextBoolean() ? minute : minute / 1440 * 1440;
      boundaries.add(start.plus(Duration.ofMinutes(aligned)));
    }
    List<Dimension> dimensions = new ArrayList<>(Arrays.asList(Dimension.values()));
    Collections.shuffle(dimensions, random);
    List<Filter> filters = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      if (random.nextInt(4) == 0) {
        filters.add(new Filter(dimension, value(dimension, event(start).dimensions())));
      }
    }
    List<Instant> ascending = List.copyOf(boundaries);
    return new TallyReader.Request(
        project,
        ascending,
        List.of(new TallyReader.Part(WindowCover.of(ascending), MEASURES)),
        dimensions.subList(0, random.nextInt(3)),
        filters,
        100_000,
        Instant.now());
  }
}
