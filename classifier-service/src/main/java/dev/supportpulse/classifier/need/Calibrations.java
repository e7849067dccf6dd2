package dev.supportpulse.classifier.need;

import java.util.Map;

/**
 * A calibration for each language: heads and networks of different weights score them, so the same
 * score means more in one language than in another.
 *
 * @param byLanguage a language that is missing has its scores left as they are
 */
public record Calibrations(Map<Language, Calibration> byLanguage) {

  public Calibrations {
    byLanguage = Map.copyOf(byLanguage);
  }

  /** Leaves all scores as they are. */
  public static Calibrations none() {
    return new Calibrations(Map.of());
  }

  /** That of a text's language. */
  public Calibration of(Language language) {
    return byLanguage.getOrDefault(language, Calibration.none());
  }
}
