package dev.supportpulse.metrics.economics.effect;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a project did to improve its support.
 *
 * @param name unique within the project
 * @param title in words, such as "introduced hybrid support"
 * @param from its first day
 * @param rampDays days until it is fully in place, which count as neither before nor after
 */
public record Initiative(String name, @Nullable String title, LocalDate from, int rampDays) {

  /** The first day that counts as after. */
  public LocalDate inPlace() {
    return from.plusDays(rampDays);
  }
}
