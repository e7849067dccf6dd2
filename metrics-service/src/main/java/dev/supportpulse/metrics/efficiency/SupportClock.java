package dev.supportpulse.metrics.efficiency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a case waited for support: from the first turn to the second, from the third to the fourth,
 * and so on. With an odd number of turns it still waits; in between it waits for the customer, and
 * the clock stands still.
 *
 * @param turns ascending
 * @param done whether support has done what was promised
 */
public record SupportClock(List<Instant> turns, boolean done) {

  public SupportClock {
    turns = List.copyOf(turns);
  }

  /**
   * How the case stands against a target.
   *
   * @return empty if it is neither done nor ever overdue, because it waits for the customer with
   *     time left
   */
  public Optional<Standing> against(Duration target, BusinessHours hours) {
    Duration left = target;
    for (int i = 0; i < turns.size(); i += 2) {
      Instant start = turns.get(i);
      boolean running = i + 1 == turns.size();
      Duration worked = running ? null : hours.between(start, turns.get(i + 1));
      if (worked == null || worked.compareTo(left) > 0) {
        return done
            ? Optional.of(new Standing(false, null))
            : Optional.ofNullable(hours.after(start, left)).map(due -> new Standing(false, due));
      }
      left = left.minus(worked);
    }
    return done ? Optional.of(new Standing(true, null)) : Optional.empty();
  }

  /**
   * Where a case stands.
   *
   * @param kept done within the target
   * @param due when it isn't done: overdue after this instant
   */
  public record Standing(boolean kept, @Nullable Instant due) {}
}
