package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.Window;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the events and cases behind a figure. */
public interface DrillDown {

  /** One page of them, the latest first, and how many there are in all; read at one moment. */
  Page read(Request request);

  /**
   * Which ones.
   *
   * @param caseId only what belongs to that case; null for all
   * @param counting only what counts something of these; null for everything
   * @param limit most items of the page
   * @param after where the page before ended; null for the first one
   */
  record Request(
      String project,
      Window window,
      List<Filter> filters,
      @Nullable String caseId,
      @Nullable Set<Counting> counting,
      int limit,
      @Nullable Place after) {}

  /** Where an item stands: by time, then kind, then key, all descending. */
  record Place(Instant at, String kind, String key) {}

  /**
   * A page.
   *
   * @param count how many items there are on all pages
   * @param n how many observations they are: the sum of what they count
   * @param more whether another page follows
   */
  record Page(long count, long n, List<Item> items, boolean more) {}

  /**
   * An event or a case.
   *
   * @param place when it counts; for a case the minute of its opening
   * @param event null for a case
   * @param counts what it adds to the figure, or to all figures if none was named
   */
  record Item(
      Place place,
      @Nullable Event event,
      @Nullable String caseId,
      Dimensions dimensions,
      Tally counts) {}

  /**
   * What the ledger keeps of an event; texts are not kept.
   *
   * @param classifiedAs its need category by the classification in force; null without one
   * @param classifiedBy MODEL or HUMAN
   */
  record Event(
      String source,
      String id,
      String type,
      Instant receivedAt,
      @Nullable String account,
      @Nullable String classifiedAs,
      @Nullable String classifiedBy) {}
}
