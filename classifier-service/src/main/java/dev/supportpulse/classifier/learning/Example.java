package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.NeedReading;
import dev.supportpulse.classifier.need.ProjectHeads;
import dev.supportpulse.classifier.need.WeightedTerms;
import dev.supportpulse.events.NeedCategory;
import org.jspecify.annotations.Nullable;

/** A text as the shared model read it, and what it is about. */
final class Example {

  private final NeedCategory label;
  private final WeightedTerms terms;
  private final double[] shared;

  Example(NeedCategory label, NeedReading reading) {
    this.label = label;
    this.terms = reading.terms();
    this.shared = reading.shared();
  }

  NeedCategory label() {
    return label;
  }

  WeightedTerms terms() {
    return terms;
  }

  /** The probability by the shared model alone, by the order of {@link Heads}. */
  double shared(int head) {
    return shared[head];
  }

  /** The category that it gets with these heads of its project; null for none. */
  NeedCategory categoryWith(@Nullable ProjectHeads heads) {
    return Heads.chosen(heads == null ? shared : heads.read(terms).shift(shared));
  }
}
