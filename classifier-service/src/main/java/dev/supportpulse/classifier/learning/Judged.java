package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Calibration;
import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.events.NeedCategory;
import java.util.Map;

/** A text with the scores of heads that had not seen it. */
final class Judged {

  private final LabelledText text;
  private final double[] scores;

  Judged(LabelledText text, double[] scores) {
    this.text = text;
    this.scores = scores.clone();
  }

  LabelledText text() {
    return text;
  }

  /** In the order of {@link Heads}. */
  double[] scores() {
    return scores.clone();
  }

  /** The same with what networks add to the scores of this text, if they judged it. */
  Judged plus(Map<LabelledText, double[]> votes) {
    double[] added = votes.getOrDefault(text, new double[scores.length]);
    double[] sum = scores.clone();
    for (int head = 0; head < sum.length; head++) {
      sum[head] += added[head];
    }
    return new Judged(text, sum);
  }

  /** Its probabilities under a calibration. */
  Prediction under(Calibration calibration) {
    return new Prediction(text, calibration.probabilities(scores));
  }

  /** A text with the probabilities of its categories. */
  static final class Prediction {

    private final LabelledText text;
    private final double[] probabilities;

    Prediction(LabelledText text, double[] probabilities) {
      this.text = text;
      this.probabilities = probabilities.clone();
    }

    LabelledText text() {
      return text;
    }

    /** In the order of {@link Heads}. */
    double[] probabilities() {
      return probabilities.clone();
    }

    NeedCategory category() {
      return Heads.chosen(probabilities);
    }

    double confidence() {
      return probabilities[Heads.of(category())];
    }

    boolean right() {
      return category() == text.label();
    }
  }
}
