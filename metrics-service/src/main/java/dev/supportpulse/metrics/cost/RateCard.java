package dev.supportpulse.metrics.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one unit of each item costs from a day on.
 *
 * @param currency ISO 4217
 * @param items rate by item; an item is an {@code action} of {@code usage.recorded}
 * @param validFrom from 00:00 UTC of this day
 */
public record RateCard(String currency, SortedMap<String, BigDecimal> items, LocalDate validFrom) {

  public RateCard {
    items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
  }

  public Instant validFromInstant() {
    return validFrom.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
