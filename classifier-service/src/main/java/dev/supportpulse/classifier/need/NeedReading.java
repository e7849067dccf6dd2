package dev.supportpulse.classifier.need;

import dev.supportpulse.events.NeedCategory;
import org.jspecify.annotations.Nullable;

/** How a text was read: its need, and what heads of a project would have to know to read it. */
public final class NeedReading {

  private final Need need;
  private final WeightedTerms terms;
  private final double[] shared;

  NeedReading(Need need, WeightedTerms terms, double[] shared) {
    this.need = need;
    this.terms = terms;
    this.shared = shared.clone();
  }

  public Need need() {
    return need;
  }

  /** The terms of the text. */
  public WeightedTerms terms() {
    return terms;
  }

  /** The probabilities by the shared model alone, in the order of {@link Heads}. */
  public double[] shared() {
    return shared.clone();
  }

  /** The category that it would have with these heads of its project; null for none. */
  public NeedCategory categoryWith(@Nullable ProjectHeads heads) {
    return Heads.chosen(heads == null ? shared : heads.read(terms).shift(shared));
  }
}
