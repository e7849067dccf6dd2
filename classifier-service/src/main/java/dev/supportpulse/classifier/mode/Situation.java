package dev.supportpulse.classifier.mode;

import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.NeedCategory;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the choice of a support mode looks at.
 *
 * @param tier the customer tier in upper case; COMMUNITY if unknown
 */
public record Situation(NeedCategory category, Complexity complexity, String tier) {

  /** Customers who pay nothing. */
  public static final String COMMUNITY = "COMMUNITY";

  /** Customers who pay most. */
  public static final String PREMIUM = "PREMIUM";

  /** A missing tier is COMMUNITY. */
  public static Situation of(NeedCategory category, Complexity complexity, @Nullable String tier) {
    String name = tier == null || tier.isBlank() ? COMMUNITY : tier.strip();
    return new Situation(category, complexity, name.toUpperCase(Locale.ROOT));
  }

  boolean pays() {
    return !tier.equals(COMMUNITY);
  }
}
