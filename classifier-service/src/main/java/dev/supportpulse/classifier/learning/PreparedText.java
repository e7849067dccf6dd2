package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.CleanText;
import dev.supportpulse.classifier.need.FeatureVector;
import dev.supportpulse.classifier.need.Language;

/** A text as the heads read it. */
interface PreparedText {

  /** Without its wrapping. */
  CleanText clean();

  /** Its terms. */
  FeatureVector features();

  /** The terms of its opening. */
  FeatureVector opening();

  /** The language that the classifier would take it for. */
  default Language script() {
    return Language.of(clean().text());
  }
}
