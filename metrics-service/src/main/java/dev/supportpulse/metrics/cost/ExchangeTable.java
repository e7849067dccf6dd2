package dev.supportpulse.metrics.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one unit of other currencies is worth in one currency, from a day on.
 *
 * @param currency ISO 4217; what is converted to
 * @param rates by currency; an amount is multiplied by its rate
 * @param validFrom from 00:00 UTC of this day until the next table of the currency
 */
public record ExchangeTable(
    String currency, SortedMap<String, BigDecimal> rates, LocalDate validFrom) {

  /** Checks the rates. */
  public ExchangeTable {
    rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
    if (rates.values().stream().anyMatch(rate -> rate.signum() <= 0)) {
      throw new IllegalArgumentException("a rate is greater than zero");
    }
  }

  public Instant validFromInstant() {
    return validFrom.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
