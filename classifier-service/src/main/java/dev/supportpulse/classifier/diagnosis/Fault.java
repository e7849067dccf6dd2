package dev.supportpulse.classifier.diagnosis;

import dev.supportpulse.classifier.observation.Trend;
import dev.supportpulse.classifier.statistics.RateRatio;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A fault and what was reported of it.
 *
 * @param kind the language of its stack traces, or LOG
 * @param occurrences how often it happened in the window, as the reports say
 * @param reports events of the window that tell of it; at least 1
 * @param reportsBefore events of the span before that it is compared with
 * @param firstSeen event time of the earliest report of all
 * @param lastSeen event time of the latest report of all
 * @param versions of the software in the window's reports, ascending
 */
public record Fault(
    Fingerprint fingerprint,
    String kind,
    String title,
    long occurrences,
    long reports,
    long reportsBefore,
    Instant firstSeen,
    Instant lastSeen,
    List<String> versions) {

  public Fault {
    versions = List.copyOf(versions);
  }

  /**
   * How many times as often as before it is reported; empty if nothing can be said. Reports are
   * compared, not occurrences: one program in a loop can tell a thousand of those at once.
   */
  public Optional<RateRatio> ratio(Trend trend) {
    return trend.ratio(reports, reportsBefore);
  }
}
