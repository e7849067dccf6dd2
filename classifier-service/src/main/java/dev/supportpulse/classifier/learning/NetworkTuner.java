package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.onnx.Network;
import dev.supportpulse.classifier.onnx.TunedWeights;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Goes on training a published network on labelled texts. Found by {@link ServiceLoader}, so that
 * the service runs without what training needs.
 */
public interface NetworkTuner {

  /**
   * What a network has after training.
   *
   * @param network the published one
   * @param lessons to learn from
   * @param classes how many there are
   * @throws IOException if the published network can't be read
   */
  TunedWeights tune(Network network, List<Lesson> lessons, int classes, Course course)
      throws IOException;

  /** A text to learn from. */
  final class Lesson {

    private final long[] tokens;
    private final int label;
    private final float weight;

    /**
     * A lesson.
     *
     * @param tokens as the network's tokenizer numbers them
     * @param label its class, from 0
     * @param weight how much it counts beside others, above 0
     */
    public Lesson(long[] tokens, int label, float weight) {
      this.tokens = tokens.clone();
      this.label = label;
      this.weight = weight;
    }

    /** As the network's tokenizer numbers them. */
    public long[] tokens() {
      return tokens.clone();
    }

    /** How many tokens. */
    public int length() {
      return tokens.length;
    }

    /** Its class, from 0. */
    public int label() {
      return label;
    }

    /** How much it counts beside others. */
    public float weight() {
      return weight;
    }
  }

  /**
   * How to train: AdamW (Loshchilov and Hutter, 2019) with a rate that rises over the first tenth
   * and then falls to 0.
   *
   * @param epochs how often each text is read
   * @param rate the highest learning rate of the network
   * @param headRate that of the heads, which begin knowing nothing
   * @param batch how many texts are read at once
   * @param dropout the share of values that is left out
   * @param seed of all that is drawn
   */
  record Course(int epochs, float rate, float headRate, int batch, float dropout, int seed) {}

  /** The tuner on the class path. */
  static NetworkTuner found() {
    return ServiceLoader.load(NetworkTuner.class)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no network tuner on the class path: build with -Ptraining"));
  }
}
