package dev.supportpulse.metrics.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Channel;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is asked, the buckets say what a plain sum over the events says. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class QueryOracleComponentTest {

  private static final String PROJECT = "oracle";
  private static final Instant START = Instant.parse("2026-05-30T00:00:00Z");
  private static final int MINUTES = 4 * 24 * 60;
  private static final Set<Measure> MEASURES =
      Set.of(Measure.SENTIMENT, Measure.COST, Measure.CASES);

  private final Random random = new Random(20261122);

  @Inject TallyReader reader;
  @Inject TestBuckets buckets;

  @Test
  void equalsANaiveSumForRandomQuestions() throws SQLException {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      events.add(event());
    }
    for (Event event : events) {
      buckets.add(PROJECT, event.at(), event.dimensions(), event.tally(), random.nextInt(3), null);
    }
    for (int i = 0; i < 300; i++) {
      TallyReader.Request question = question();
      TallyReader.Reading reading = reader.read(question);
      assertThat(cells(reading)).as("%s", question).isEqualTo(naive(question, events));
      assertThat(reading.pending()).as("%s", question).isEqualTo(pending(question, events));
    }
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
        Tally tally = only(question.measures(), event.tally());
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
      Tally tally = only(Set.of(Measure.PENDING), event.tally());
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

  private Event event() {
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
        START.plusSeconds(random.nextInt(MINUTES * 60)),
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

  private TallyReader.Request question() {
    TreeSet<Instant> boundaries = new TreeSet<>();
    int wanted = 2 + random.nextInt(5);
    while (boundaries.size() < wanted) {
      int minute = random.nextInt(MINUTES);
      int aligned = random.nextBoolean() ? minute : minute / 1440 * 1440;
      boundaries.add(START.plus(Duration.ofMinutes(aligned)));
    }
    List<Dimension> dimensions = new ArrayList<>(Arrays.asList(Dimension.values()));
    Collections.shuffle(dimensions, random);
    List<Filter> filters = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      if (random.nextInt(4) == 0) {
        filters.add(new Filter(dimension, value(dimension, event().dimensions())));
      }
    }
    List<Instant> ascending = List.copyOf(boundaries);
    return new TallyReader.Request(
        PROJECT,
        ascending,
        WindowCover.of(ascending),
        dimensions.subList(0, random.nextInt(3)),
        filters,
        MEASURES);
  }
}
