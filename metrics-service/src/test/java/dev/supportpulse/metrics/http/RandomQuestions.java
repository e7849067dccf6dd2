package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.query.Filter;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.window.Granularity;
import dev.supportpulse.metrics.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Questions about histories of a few days: any span, zone, granularity, grouping and filters. */
final class RandomQuestions {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final int DAYS = 5;
  private static final int MOST_POINTS = 8;
  private static final List<ZoneId> ZONES =
      List.of(BERLIN, ZoneOffset.UTC, ZoneId.of("Asia/Kolkata"), ZoneId.of("America/New_York"));

  /** Figures whose n adds up over points, and counts what the drill-down lists. */
  private static final List<FigureName> COUNTED =
      List.of(
          FigureName.NET_SATISFACTION,
          FigureName.CSAT,
          FigureName.CES,
          FigureName.NPS,
          FigureName.SUPPORT_COST,
          FigureName.INCOME,
          FigureName.CASES,
          FigureName.SUPPORT_EFFICIENCY,
          FigureName.FIRST_RESPONSE,
          FigureName.RESOLUTION_TIME,
          FigureName.REOPEN_RATE);

  private final Random random;

  RandomQuestions(long seed) {
    random = new Random(seed);
  }

  /**
   * Events of a project.
   *
   * @param start the day before them
   * @param stepMinutes how fine spans may be: minutes are kept for 35 days
   */
  record History(String project, Instant start, int stepMinutes) {}

  /** A question about some of the days of a history. */
  Asked about(History history) {
    int steps = DAYS * 1440 / history.stepMinutes();
    Instant from = history.start().plus(minutes(history, random.nextInt(steps)));
    Granularity granularity = granularity();
    int length = 1 + random.nextInt(steps);
    return asked(
        history,
        new Window(from, from.plus(minutes(history, atMost(length, granularity, history)))),
        granularity);
  }

  /** A question about a window that ends now and has at least the last of the history's days. */
  Asked live(History history, Instant now) {
    long since = Duration.between(history.start(), now).toMinutes();
    long length = since - random.nextInt(DAYS * 1440);
    return asked(
        history,
        Window.endingAt(now, Duration.ofMinutes(length)),
        any(List.of(Granularity.P1D, Granularity.P1W, Granularity.P1M)));
  }

  private static Duration minutes(History history, int steps) {
    return Duration.ofMinutes((long) steps * history.stepMinutes());
  }

  /** An hour or a minute makes many points, each of which the oracle counts for itself. */
  private static int atMost(int length, Granularity granularity, History history) {
    Duration most =
        switch (granularity) {
          case PT1M -> Duration.ofMinutes(MOST_POINTS);
          case PT1H -> Duration.ofHours(MOST_POINTS);
          default -> Duration.ofDays(DAYS);
        };
    return Math.toIntExact(Math.max(1, Math.min(length, most.toMinutes() / history.stepMinutes())));
  }

  private Granularity granularity() {
    // Days more often than the rest: theirs are the points that a zone shifts.
    return any(
        List.of(
            Granularity.PT1M,
            Granularity.PT1H,
            Granularity.P1D,
            Granularity.P1D,
            Granularity.P1W,
            Granularity.P1M));
  }

  private Asked asked(History history, Window span, Granularity granularity) {
    List<Dimension> dimensions = new ArrayList<>(Arrays.asList(Dimension.values()));
    Collections.shuffle(dimensions, random);
    int groups = random.nextInt(3);
    return new Asked(
        history.project(),
        span,
        granularity,
        any(ZONES),
        dimensions.subList(0, groups),
        // Of other dimensions than groups, as the drill-down filters by the key of a group.
        filters(dimensions.subList(groups, dimensions.size())),
        random.nextBoolean() ? null : any(List.of("USD", "EUR")),
        any(COUNTED));
  }

  private List<Filter> filters(List<Dimension> dimensions) {
    List<Filter> filters = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      if (random.nextInt(4) == 0) {
        boolean missing = random.nextInt(3) == 0;
        filters.add(new Filter(dimension, missing ? null : any(values(dimension))));
      }
    }
    return filters;
  }

  private static List<String> values(Dimension dimension) {
    return switch (dimension) {
      case CATEGORY -> List.of("PERFORMANCE", "SECURITY", "USAGE_QUESTION");
      case CHANNEL -> List.of("FORUM", "EMAIL", "CHAT");
      case TIER -> List.of("PREMIUM", "COMMUNITY");
      case MODE -> List.of("FREE", "PAID", "HYBRID");
    };
  }

  <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
