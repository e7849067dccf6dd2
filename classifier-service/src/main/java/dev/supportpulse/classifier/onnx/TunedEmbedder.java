package dev.supportpulse.classifier.onnx;

import dev.supportpulse.classifier.need.Embedder;
import java.io.IOException;

/** Reads texts by a tuned network: the coordinates of a text are what its heads score. */
public final class TunedEmbedder implements Embedder, AutoCloseable {

  /** Of a longer text the beginning counts. */
  public static final int MAX_TOKENS = 128;

  private final String space;
  private final float[] headWeights;
  private final float[] headBiases;
  private final OnnxSession session;

  private TunedEmbedder(TunedWeights weights, OnnxSession session) {
    this.space = space(weights);
    this.headWeights = weights.headWeights();
    this.headBiases = weights.headBiases();
    this.session = session;
  }

  /**
   * Loads a network from the class path and puts the tuned weights in it.
   *
   * @throws IOException if it isn't there or can't be loaded on this machine
   */
  public static TunedEmbedder load(TunedWeights weights) throws IOException {
    return new TunedEmbedder(
        weights, OnnxSession.load(weights.network(), MAX_TOKENS, weights.initializers()));
  }

  /** The name of the space of these weights. */
  public static String space(TunedWeights weights) {
    return weights.network().space(MAX_TOKENS) + "/tuned-" + weights.version();
  }

  @Override
  public String space() {
    return space;
  }

  @Override
  public int dimensions() {
    return headBiases.length;
  }

  @Override
  public float[] embed(String text) {
    float[] pooled = session.pooled(text);
    float[] scores = headBiases.clone();
    for (int i = 0; i < pooled.length; i++) {
      for (int head = 0; head < scores.length; head++) {
        scores[head] += pooled[i] * headWeights[i * scores.length + head];
      }
    }
    return scores;
  }

  @Override
  public void close() {
    session.close();
  }
}
