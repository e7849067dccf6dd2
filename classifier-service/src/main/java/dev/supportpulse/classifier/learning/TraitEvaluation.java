package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Tone;
import dev.supportpulse.classifier.need.Trait;
import dev.supportpulse.classifier.need.TraitModel;
import dev.supportpulse.classifier.need.TraitModel.Sigmoid;
import dev.supportpulse.events.Sentiment;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How good predictions of traits are. All figures are in [0, 1]; of nothing they are 0. */
record TraitEvaluation(List<Prediction> predictions) {

  TraitEvaluation {
    predictions = List.copyOf(predictions);
  }

  /** Of a part of the texts. */
  TraitEvaluation where(Predicate<AnnotatedText> part) {
    return new TraitEvaluation(predictions.stream().filter(p -> part.test(p.text())).toList());
  }

  int texts() {
    return predictions.size();
  }

  /** Share of texts whose sentiment is right. */
  double sentimentAccuracy() {
    return share(predictions.stream().filter(p -> p.tone().sentiment() == p.text().sentiment()));
  }

  /** Mean of the F1 of the three sentiments. */
  double sentimentMacroF1() {
    return Arrays.stream(Sentiment.values())
        .mapToDouble(sentiment -> of(sentiment).f1())
        .average()
        .orElseThrow();
  }

  /** Mean distance between confidence in a sentiment and whether it is right, over ten bins. */
  double sentimentCalibrationError() {
    double[] distance = new double[10];
    for (Prediction prediction : predictions) {
      Tone tone = prediction.tone();
      int bin = Math.min(distance.length - 1, (int) (tone.confidence() * distance.length));
      boolean right = tone.sentiment() == prediction.text().sentiment();
      distance[bin] += tone.confidence() - (right ? 1 : 0);
    }
    return predictions.isEmpty()
        ? 0
        : Arrays.stream(distance).map(Math::abs).sum() / predictions.size();
  }

  /** Mean of the F1 of the secondary tags. */
  double tagMacroF1() {
    return Arrays.stream(Trait.values())
        .filter(trait -> !trait.isSentiment())
        .mapToDouble(trait -> of(trait).f1())
        .average()
        .orElseThrow();
  }

  Counts of(Sentiment sentiment) {
    return counts(p -> p.text().sentiment() == sentiment, p -> p.tone().sentiment() == sentiment);
  }

  Counts of(Trait trait) {
    return counts(p -> p.text().traits().contains(trait), p -> p.probability(trait) > Tone.SURE);
  }

  private Counts counts(Predicate<Prediction> labelled, Predicate<Prediction> predicted) {
    return new Counts(
        predictions.stream().filter(labelled.and(predicted)).count(),
        predictions.stream().filter(labelled).count(),
        predictions.stream().filter(predicted).count());
  }

  private double share(Stream<Prediction> part) {
    return predictions.isEmpty() ? 0 : (double) part.count() / predictions.size();
  }

  /** How often a label was given, was predicted, and both. */
  record Counts(long hits, long labelled, long predicted) {

    double precision() {
      return predicted == 0 ? 0 : (double) hits / predicted;
    }

    double recall() {
      return labelled == 0 ? 0 : (double) hits / labelled;
    }

    double f1() {
      return labelled + predicted == 0 ? 0 : 2.0 * hits / (labelled + predicted);
    }
  }

  /** A text with the probabilities of its traits. */
  static final class Prediction {

    private final AnnotatedText text;
    private final double[] probabilities;

    private Prediction(AnnotatedText text, double[] probabilities) {
      this.text = text;
      this.probabilities = probabilities;
    }

    static Prediction of(AnnotatedText text, double[] scores, List<Sigmoid> scaling) {
      double[] probabilities = new double[scores.length];
      for (int head = 0; head < scores.length; head++) {
        probabilities[head] = scaling.get(head).of(scores[head]);
      }
      return new Prediction(text, probabilities);
    }

    AnnotatedText text() {
      return text;
    }

    double probability(Trait trait) {
      return probabilities[TraitModel.head(trait)];
    }

    Tone tone() {
      return Tone.of(probability(Trait.POSITIVE), probability(Trait.NEGATIVE));
    }
  }
}
