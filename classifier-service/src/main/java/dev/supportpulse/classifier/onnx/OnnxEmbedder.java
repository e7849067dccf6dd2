package dev.supportpulse.classifier.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.supportpulse.classifier.need.Embedder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Map;

/**
 * Embeds texts by a network. Each call works on the thread that calls and on no other, so the
 * callers decide how many cores it takes.
 */
final class OnnxEmbedder implements Embedder, AutoCloseable {

  /** Of a longer text the beginning counts. */
  static final int MAX_TOKENS = 256;

  private final Network network;
  private final HuggingFaceTokenizer tokenizer;
  private final OrtEnvironment runtime;
  private final OrtSession session;

  private OnnxEmbedder(
      Network network, HuggingFaceTokenizer tokenizer, OrtEnvironment runtime, OrtSession session) {
    this.network = network;
    this.tokenizer = tokenizer;
    this.runtime = runtime;
    this.session = session;
  }

  /**
   * Loads a network from the class path.
   *
   * @throws IOException if it isn't there or can't be loaded on this machine
   */
  static OnnxEmbedder load(Network network) throws IOException {
    OrtEnvironment runtime = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Memory is given back after a long text rather than kept for the next.
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      OrtSession session = runtime.createSession(weights(network), options);
      return new OnnxEmbedder(network, tokenizer(network), runtime, session);
    } catch (OrtException e) {
      throw new IOException("can't load " + network.weights(), e);
    }
  }

  /** Outside of the heap: they are needed only until the runtime has its own copy. */
  private static ByteBuffer weights(Network network) throws IOException {
    var url = OnnxEmbedder.class.getResource(network.weights());
    if (url == null) {
      throw new IOException("the class path lacks " + network.weights());
    }
    var connection = url.openConnection();
    int size = connection.getContentLength();
    ByteBuffer weights = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    try (ReadableByteChannel in = Channels.newChannel(connection.getInputStream())) {
      while (weights.hasRemaining() && in.read(weights) >= 0) {}
    }
    return weights.flip();
  }

  private static HuggingFaceTokenizer tokenizer(Network network) throws IOException {
    try (InputStream in = OnnxEmbedder.class.getResourceAsStream(network.tokenizer())) {
      if (in == null) {
        throw new IOException("the class path lacks " + network.tokenizer());
      }
      return HuggingFaceTokenizer.newInstance(
          in,
          Map.of(
              "addSpecialTokens", "true",
              "padding", "false",
              "truncation", "true",
              "maxLength", Integer.toString(MAX_TOKENS)));
    }
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
    Encoding tokens = tokenizer.encode(network.prefix() + text);
    long[][] ids = {tokens.getIds()};
    long[][] mask = {tokens.getAttentionMask()};
    long[][] types = {tokens.getTypeIds()};
    try (OnnxTensor idTensor = OnnxTensor.createTensor(runtime, ids);
        OnnxTensor maskTensor = OnnxTensor.createTensor(runtime, mask);
        OnnxTensor typeTensor = OnnxTensor.createTensor(runtime, types);
        OrtSession.Result result =
            session.run(
                Map.of(
                    "input_ids", idTensor,
                    "attention_mask", maskTensor,
                    "token_type_ids", typeTensor))) {
      float[][][] outputs = (float[][][]) result.get(0).getValue();
      return unitLength(pooled(outputs[0]));
    } catch (OrtException e) {
      throw new IllegalStateException(network + " failed", e);
    }
  }

  private float[] pooled(float[][] tokens) {
    if (network.pooling() == Network.Pooling.FIRST) {
      return tokens[0];
    }
    float[] sum = new float[network.dimensions()];
    for (float[] token : tokens) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += token[i];
      }
    }
    return sum;
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
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("can't close " + network, e);
    }
  }
}
