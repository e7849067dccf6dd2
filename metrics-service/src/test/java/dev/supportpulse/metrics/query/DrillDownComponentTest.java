package dev.supportpulse.metrics.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.ledger.Batch;
import dev.supportpulse.metrics.ledger.Claim;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.Ledger;
import dev.supportpulse.metrics.ledger.RandomHistory;
import dev.supportpulse.metrics.ledger.SourcePartition;
import dev.supportpulse.metrics.postgres.LedgerPartitions;
import dev.supportpulse.metrics.reference.ReferenceData;
import dev.supportpulse.metrics.reference.References;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.tally.MeasureKey;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.Window;
import dev.supportpulse.metrics.window.WindowCover;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The events behind a figure add up to it. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class DrillDownComponentTest {

  private static final String PROJECT = "drill-down";
  private static final List<FigureName> FIGURES = List.of(FigureName.values());
  private static final int QUESTIONS = 150;
  private static final int DAYS = 12;

  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(10));
  private final Random random = new Random(20261122);

  @Inject Ledger ledger;
  @Inject LedgerPartitions partitions;
  @Inject DrillDown drillDown;
  @Inject TallyReader tallies;
  @Inject ReferenceData referenceData;

  @Test
  void thePagesOfARandomQuestionAddUpToWhatTheBucketsSay() {
    record(RandomHistory.of(PROJECT, 11, 500, start));
    References references = referenceData.of(PROJECT);
    long behind = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      FigureName figure = FIGURES.get(random.nextInt(FIGURES.size()));
      Set<Counting> counting = Counting.of(figure, references);
      Window window = window();
      List<Filter> filters = filters();

      Tally expected = only(counting, counted(figure, window, filters));
      List<DrillDown.Item> items = pages(window, filters, counting);

      Tally found = items.stream().map(DrillDown.Item::counts).reduce(Tally.NONE, Tally::plus);
      assertThat(found).as("%s in %s of %s", figure, window, filters).isEqualTo(expected);
      behind += items.size();
    }
    assertThat(behind).isGreaterThan(1_000);
  }

  private Tally counted(FigureName figure, Window window, List<Filter> filters) {
    List<Instant> boundaries = List.of(window.from(), window.to());
    return tallies
        .read(
            new TallyReader.Request(
                PROJECT,
                boundaries,
                List.of(new TallyReader.Part(WindowCover.of(boundaries), figure.measures())),
                List.of(),
                filters,
                100_000,
                Instant.now()))
        .cells()
        .stream()
        .map(TallyReader.Cell::tally)
        .reduce(Tally.NONE, Tally::plus);
  }

  /** Follows the pages to the end; each names the same totals. */
  private List<DrillDown.Item> pages(Window window, List<Filter> filters, Set<Counting> counting) {
    List<DrillDown.Item> items = new ArrayList<>();
    Set<DrillDown.Place> places = new HashSet<>();
    DrillDown.@Nullable Place after = null;
    DrillDown.Page page;
    do {
      page =
          drillDown.read(
              new DrillDown.Request(
                  PROJECT, window, filters, null, counting, 1 + random.nextInt(200), after));
      for (DrillDown.Item item : page.items()) {
        assertThat(places.add(item.place())).as("no item comes twice").isTrue();
        assertThat(after == null || !item.place().at().isAfter(after.at())).isTrue();
        items.add(item);
        after = item.place();
      }
    } while (page.more());
    assertThat(page.count()).isEqualTo(items.size());
    assertThat(page.n())
        .isEqualTo(
            items.stream()
                .flatMap(item -> item.counts().amounts().values().stream())
                .mapToLong(Amount::n)
                .sum());
    return items;
  }

  private static Tally only(Set<Counting> counting, Tally tally) {
    TreeMap<MeasureKey, Amount> kept = new TreeMap<>(tally.amounts());
    kept.keySet()
        .removeIf(
            key ->
                !counting.contains(new Counting(key.measure(), null))
                    && !counting.contains(new Counting(key.measure(), key.detail())));
    return new Tally(kept);
  }

  private Window window() {
    int from = random.nextInt(2 * 24 * 60);
    int length = 1 + random.nextInt(DAYS * 24 * 60);
    Instant begin = start.minus(Duration.ofDays(1)).plus(Duration.ofMinutes(from));
    return new Window(begin, begin.plus(Duration.ofMinutes(length)));
  }

  private List<Filter> filters() {
    if (random.nextBoolean()) {
      return List.of();
    }
    return List.of(
        switch (random.nextInt(4)) {
          case 0 -> new Filter(Dimension.CATEGORY, random.nextBoolean() ? "PERFORMANCE" : null);
          case 1 -> new Filter(Dimension.CHANNEL, random.nextBoolean() ? "FORUM" : null);
          case 2 -> new Filter(Dimension.MODE, random.nextBoolean() ? "PAID" : null);
          default -> new Filter(Dimension.TIER, null);
        });
  }

  private void record(List<Fact> facts) {
    partitions.ensure(LocalDate.now(ZoneOffset.UTC));
    SourcePartition partition = new SourcePartition(PROJECT, 0);
    Claim claim =
        Objects.requireNonNull(ledger.claim(new TreeMap<>(Map.of(partition, 0L))).get(partition));
    Batch.Slice all = new Batch.Slice(claim, facts.size(), Instant.now(), facts);
    assertThat(ledger.record(new Batch(new TreeMap<>(Map.of(partition, all)), 0))).isEmpty();
  }
}
