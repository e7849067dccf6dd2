package dev.supportpulse.classifier.http;

import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.service.problem.ProblemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the query parameter {@code tier} of a synchronous call. */
final class WantedTier {

  private WantedTier() {}

  /**
   * The tier to classify with.
   *
   * @param wanted {@code fast} or {@code accurate} in any case; null leaves it to the service
   * @param best the best tier that the service has
   * @throws ProblemException if it is neither, or the accurate tier is switched off
   */
  static ClassifierTier of(@Nullable String wanted, ClassifierTier best) {
    if (wanted == null) {
      return best;
    }
    ClassifierTier tier =
        switch (wanted.toLowerCase(Locale.ROOT)) {
          case "fast" -> ClassifierTier.FAST;
          case "accurate" -> ClassifierTier.ACCURATE;
          default -> throw ProblemException.invalid("tier", "must be fast or accurate");
        };
    if (tier.compareTo(best) > 0) {
      throw ProblemException.invalid(
          "tier", "accurate is switched off here (supportpulse.classifier.accurate.enabled)");
    }
    return tier;
  }
}
