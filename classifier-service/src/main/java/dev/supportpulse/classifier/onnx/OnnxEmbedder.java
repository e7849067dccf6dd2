package dev.supportpulse.classifier.onnx;

import dev.supportpulse.classifier.need.Embedder;
import java.io.IOException;
import java.util.Map;

/** Embeds texts by a network as it was published; every point is at distance 1 from the origin. */
final class OnnxEmbedder implements Embedder, AutoCloseable {

  /** Of a longer text the beginning counts. */
  static final int MAX_TOKENS = 256;

  private final Network network;
  private final OnnxSession session;

  private OnnxEmbedder(Network network, OnnxSession session) {
    this.network = network;
    this.session = session;
  }

  /**
   * Loads a network from the class path.
   *
   * @throws IOException if it isn't there or can't be loaded on this machine
   */
  static OnnxEmbedder load(Network network) throws IOException {
    return new OnnxEmbedder(network, OnnxSession.load(network, MAX_TOKENS, Map.of()));
  }

  @Override
  public String space() {
    return network.space();
  }

  @Override
  public int dimensions() {
    return network.dimensions();
  }

  @Override
  public float[] embed(String text) {
    return unitLength(session.pooled(text));
  }

  private static float[] unitLength(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    float length = (float) Math.sqrt(squares);
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = length == 0 ? 0 : vector[i] / length;
    }
    return unit;
  }

  @Override
  public void close() {
    session.close();
  }
}
