package dev.supportpulse.metrics.economics.plan;

import dev.supportpulse.events.SupportMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * People who take up cases one by one, in the order of arrival: an M/M/c queue.
 *
 * @param modes whose cases they work on; no mode has two teams
 * @param serviceHours how long one of them works on a case, on average; greater than 0
 * @param hourlyCost of each hour that somebody is there, busy or not; in currency
 * @param least fewest people at a time, at least 0
 * @param most most people at a time, at most 10,000
 * @param today how many there are today; null for the fewest who keep the promise at today's load
 */
public record Team(
    String name,
    Set<SupportMode> modes,
    double serviceHours,
    double hourlyCost,
    int least,
    int most,
    @Nullable Integer today) {

  /** More levels than that would make plans slow. */
  private static final int MOST_LEVELS = 1000;

  /** Erlang's formula takes a step for each of them. */
  private static final int MOST_PEOPLE = 10_000;

  public Team {
    modes = Set.copyOf(modes);
    BadModel.check(!modes.isEmpty(), "modes", "at least one");
    BadModel.check(
        serviceHours > 0 && Double.isFinite(serviceHours), "serviceHours", "greater than 0");
    BadModel.atLeast("hourlyCost", hourlyCost, 0);
    BadModel.check(0 <= least && least <= most, "least", "0 ≤ least ≤ most");
    BadModel.check(most <= MOST_PEOPLE, "most", "at most " + MOST_PEOPLE);
    BadModel.check(most - least < MOST_LEVELS, "most", "less than " + MOST_LEVELS + " above least");
    BadModel.check(
        today == null || (today >= 0 && today <= MOST_PEOPLE), "today", "from 0 to " + MOST_PEOPLE);
  }
}
