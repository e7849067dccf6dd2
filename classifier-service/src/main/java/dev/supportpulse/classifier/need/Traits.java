package dev.supportpulse.classifier.need;

import dev.supportpulse.classifier.need.SecondaryNeed.Found;
import dev.supportpulse.events.NeedClassified.Evidence;
import java.util.ArrayList;
import java.util.List;

/** What a {@link TraitModel} made of one text. */
final class Traits {

  static final int MAX_EVIDENCE = 3;

  private final LinearHeads.Reading reading;
  private final double[] probabilities;

  private Traits(LinearHeads.Reading reading, double[] probabilities) {
    this.reading = reading;
    this.probabilities = probabilities;
  }

  /**
   * Reads a text.
   *
   * @param dense what heads over its embeddings scored; empty if there are none
   */
  static Traits read(TraitModel model, FeatureVector text, double[] dense) {
    LinearHeads.Reading reading = model.terms().read(text);
    double[] scores = reading.scores();
    double[] probabilities = new double[TraitModel.HEADS];
    for (int head = 0; head < probabilities.length; head++) {
      double added = dense.length == 0 ? 0 : dense[head];
      probabilities[head] = model.scaling().get(head).of(scores[head] + added);
    }
    return new Traits(reading, probabilities);
  }

  Tone tone() {
    return Tone.of(probability(Trait.POSITIVE), probability(Trait.NEGATIVE));
  }

  /** The tags that are likelier than not, in the order of their declaration. */
  List<Found> secondary() {
    List<Found> found = new ArrayList<>();
    for (Trait trait : Trait.values()) {
      if (!trait.isSentiment() && probability(trait) > Tone.SURE) {
        found.add(new Found(SecondaryNeed.of(trait), probability(trait), evidence(trait)));
      }
    }
    return found;
  }

  private double probability(Trait trait) {
    return probabilities[TraitModel.head(trait)];
  }

  private List<Evidence> evidence(Trait trait) {
    int head = TraitModel.head(trait);
    return StrongestTerms.of(
        reading.text(),
        MAX_EVIDENCE,
        i -> reading.contribution(i, head),
        i -> reading.contribution(i, head));
  }
}
