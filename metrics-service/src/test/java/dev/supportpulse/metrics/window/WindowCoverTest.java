package dev.supportpulse.metrics.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.metrics.tally.Granule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WindowCoverTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int MINUTES = 6 * 24 * 60;

  @Property(tries = 500)
  void countsEveryEventExactlyOnceInItsInterval(
      @ForAll("boundaries") List<Instant> boundaries, @ForAll("events") List<Instant> events) {
    List<Slice> cover = WindowCover.of(boundaries);
    for (int i = 1; i < boundaries.size(); i++) {
      Window window = new Window(boundaries.get(i - 1), boundaries.get(i));
      long naive = events.stream().filter(window::contains).count();
      long covered =
          events.stream()
              .mapToLong(
                  event -> cover.stream().filter(slice -> reads(slice, event, window)).count())
              .sum();
      assertThat(covered).isEqualTo(naive);
    }
  }

  @Property(tries = 500)
  void isGaplessDisjointAndMerged(@ForAll("boundaries") List<Instant> boundaries) {
    List<Slice> cover = WindowCover.of(boundaries);
    assertThat(cover.get(0).from()).isEqualTo(boundaries.get(0));
    assertThat(cover.get(cover.size() - 1).to()).isEqualTo(boundaries.get(boundaries.size() - 1));
    for (int i = 1; i < cover.size(); i++) {
      assertThat(cover.get(i).from()).isEqualTo(cover.get(i - 1).to());
      assertThat(cover.get(i).granule()).isNotEqualTo(cover.get(i - 1).granule());
    }
  }

  @Property(tries = 500)
  void readsFewGranulesWhateverTheLengthOfTheWindow(
      @ForAll("boundaries") List<Instant> boundaries) {
    List<Slice> cover = WindowCover.of(List.of(boundaries.get(0), boundaries.get(1)));
    assertThat(granules(cover, Granule.MINUTE)).isLessThanOrEqualTo(2 * 14);
    assertThat(granules(cover, Granule.QUARTER_HOUR)).isLessThanOrEqualTo(2 * 95);
  }

  @Test
  void usesWholeDaysQuarterHoursAndMinutesAtTheEdges() {
    List<Slice> cover =
        WindowCover.of(
            List.of(Instant.parse("2026-03-01T22:58:00Z"), Instant.parse("2026-03-04T00:16:00Z")));
    assertThat(cover)
        .containsExactly(
            slice(Granule.MINUTE, "2026-03-01T22:58:00Z", "2026-03-01T23:00:00Z"),
            slice(Granule.QUARTER_HOUR, "2026-03-01T23:00:00Z", "2026-03-02T00:00:00Z"),
            slice(Granule.DAY, "2026-03-02T00:00:00Z", "2026-03-04T00:00:00Z"),
            slice(Granule.QUARTER_HOUR, "2026-03-04T00:00:00Z", "2026-03-04T00:15:00Z"),
            slice(Granule.MINUTE, "2026-03-04T00:15:00Z", "2026-03-04T00:16:00Z"));
  }

  @Test
  void mergesNeighboursAcrossIntervals() {
    List<Slice> cover =
        WindowCover.of(
            List.of(
                Instant.parse("2026-03-01T01:00:00Z"),
                Instant.parse("2026-03-01T02:00:00Z"),
                Instant.parse("2026-03-01T03:00:00Z")));
    assertThat(cover)
        .containsExactly(
            slice(Granule.QUARTER_HOUR, "2026-03-01T01:00:00Z", "2026-03-01T03:00:00Z"));
  }

  @Test
  void refusesMinutesThatAreNoLongerKeptAndNamesTheRemedy() {
    Retention retention = new Retention(Duration.ofDays(35), Duration.ofDays(400));
    Instant now = Instant.parse("2026-11-22T00:00:00Z");
    List<Slice> fine =
        WindowCover.of(
            List.of(Instant.parse("2026-03-01T00:07:00Z"), Instant.parse("2026-11-01T00:00:00Z")));
    assertThatThrownBy(() -> retention.check(fine, now, "window"))
        .isInstanceOfSatisfying(
            BadQuery.class, refused -> assertThat(refused.parameter()).isEqualTo("window"))
        .hasMessageContaining("2026-03-01T00:00:00Z");
  }

  @Test
  void answersOldSpansFromCoarserGranulesWhereTheyAreAligned() {
    Retention retention = new Retention(Duration.ofDays(35), Duration.ofDays(400));
    Instant now = Instant.parse("2026-11-22T00:00:00Z");
    retention.check(
        WindowCover.of(
            List.of(Instant.parse("2026-03-01T00:15:00Z"), Instant.parse("2026-11-21T00:07:00Z"))),
        now,
        "window");
    retention.check(
        WindowCover.of(
            List.of(Instant.parse("2020-03-01T00:00:00Z"), Instant.parse("2026-11-21T00:07:00Z"))),
        now,
        "window");
    List<Slice> quarters =
        WindowCover.of(
            List.of(Instant.parse("2020-03-01T00:15:00Z"), Instant.parse("2026-11-21T00:00:00Z")));
    assertThatThrownBy(() -> retention.check(quarters, now, "from"))
        .hasMessageContaining("days of UTC");
  }

  @Provide
  Arbitrary<List<Instant>> boundaries() {
    return minutes().list().ofMinSize(2).ofMaxSize(6).uniqueElements().map(WindowCoverTest::sorted);
  }

  @Provide
  Arbitrary<List<Instant>> events() {
    return Arbitraries.longs()
        .between(-100, MINUTES * 60_000L)
        .map(START::plusMillis)
        .list()
        .ofMaxSize(50);
  }

  private static Arbitrary<Instant> minutes() {
    return Arbitraries.integers()
        .between(0, MINUTES)
        .map(minute -> START.plus(Duration.ofMinutes(minute)));
  }

  private static List<Instant> sorted(List<Instant> instants) {
    return new ArrayList<>(new TreeSet<>(instants));
  }

  /** Whether that slice counts the event, in a granule that starts within the window. */
  private static boolean reads(Slice slice, Instant event, Window window) {
    Instant start = slice.granule().floor(event);
    return !start.isBefore(slice.from()) && start.isBefore(slice.to()) && window.contains(start);
  }

  private static long granules(List<Slice> cover, Granule granule) {
    return cover.stream()
        .filter(slice -> slice.granule() == granule)
        .mapToLong(slice -> Duration.between(slice.from(), slice.to()).dividedBy(granule.length()))
        .sum();
  }

  private static Slice slice(Granule granule, String from, String to) {
    return new Slice(granule, Instant.parse(from), Instant.parse(to));
  }
}
