package dev.supportpulse.classifier.diagnosis;

import dev.supportpulse.classifier.observation.Trend;
import dev.supportpulse.classifier.statistics.RateRatio;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What faults are sorted by; the most pressing ones come first. */
public enum FaultOrder {
  /** How often they happened. */
  COUNT,
  /** How many events report them. */
  REPORTS,
  /** How many times as often as before they are reported, at least. */
  RISING,
  /** When they were reported last. */
  LAST_SEEN,
  /** When they were reported first: the newest faults. */
  FIRST_SEEN;

  /** As in the parameter {@code sort}: camelCase. */
  public String wireName() {
    return switch (this) {
      case LAST_SEEN -> "lastSeen";
      case FIRST_SEEN -> "firstSeen";
      default -> name().toLowerCase(Locale.ROOT);
    };
  }

  /** The names of all. */
  public static List<String> wireNames() {
    return Arrays.stream(values()).map(FaultOrder::wireName).toList();
  }

  /** The order of that name, if there is one. */
  public static Optional<FaultOrder> ofWireName(String name) {
    return Arrays.stream(values()).filter(order -> order.wireName().equals(name)).findFirst();
  }

  /** Compares faults; ties by fingerprint, so that pages don't overlap. */
  public Comparator<Fault> of(Trend trend) {
    Comparator<Fault> ascending =
        switch (this) {
          case COUNT -> Comparator.comparingLong(Fault::occurrences);
          case REPORTS -> Comparator.comparingLong(Fault::reports);
          case RISING ->
              Comparator.comparingDouble(
                  fault -> fault.ratio(trend).map(RateRatio::lowerBound).orElse(0.0));
          case LAST_SEEN -> Comparator.comparing(Fault::lastSeen);
          case FIRST_SEEN -> Comparator.comparing(Fault::firstSeen);
        };
    return ascending.reversed().thenComparing(fault -> fault.fingerprint().hex());
  }
}
