package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Calibrations;
import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.Thresholds;
import dev.supportpulse.events.Decision;
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

  /** Its probabilities once they are calibrated; a human looks at it. */
  Prediction under(Calibrations calibrations) {
    return under(calibrations, Thresholds.review());
  }

  /** Its probabilities once they are calibrated, and whether they stand by themselves. */
  Prediction under(Calibrations calibrations, Thresholds thresholds) {
    return new Prediction(text, calibrations.of(text.script()).probabilities(scores), thresholds);
  }

  /** A text with the probabilities of its categories. */
  static final class Prediction {

    private final LabelledText text;
    private final double[] probabilities;
    private final Decision decision;

    Prediction(LabelledText text, double[] probabilities, Thresholds thresholds) {
      this.text = text;
      this.probabilities = probabilities.clone();
      this.decision = thresholds.decide(category(), probabilities);
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

    /** Whether it stands by itself. */
    Decision decision() {
      return decision;
    }

    boolean right() {
      return category() == text.label();
    }
  }
}
