package dev.supportpulse.classifier.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A network ready to read texts. Each call works on the thread that calls and on no other, so the
 * callers decide how many cores it takes.
 */
final class OnnxSession implements AutoCloseable {

  private final Network network;
  private final NetworkTokens tokenizer;
  private final OrtEnvironment runtime;
  private final OrtSession session;

  /** They stand in the session in place of published ones and must outlive it. */
  private final List<OnnxTensor> own;

  private OnnxSession(
      Network network,
      NetworkTokens tokenizer,
      OrtEnvironment runtime,
      OrtSession session,
      List<OnnxTensor> own) {
    this.network = network;
    this.tokenizer = tokenizer;
    this.runtime = runtime;
    this.session = session;
    this.own = own;
  }

  /**
   * Loads a network from the class path.
   *
   * @param maxTokens of a longer text the beginning counts
   * @param instead what it has instead of published initializers, by name
   * @throws IOException if it isn't there or can't be loaded on this machine
   */
  static OnnxSession load(
      Network network, int maxTokens, Map<String, TunedWeights.Initializer> instead)
      throws IOException {
    OrtEnvironment runtime = OrtEnvironment.getEnvironment();
    List<OnnxTensor> own = new ArrayList<>();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Memory is given back after a long text rather than kept for the next.
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      for (Map.Entry<String, TunedWeights.Initializer> initializer : instead.entrySet()) {
        OnnxTensor tensor = tensor(runtime, initializer.getValue());
        own.add(tensor);
        options.addInitializer(initializer.getKey(), tensor);
      }
      OrtSession session = runtime.createSession(weights(network), options);
      return new OnnxSession(
          network, NetworkTokens.load(network, maxTokens), runtime, session, own);
    } catch (OrtException e) {
      throw new IOException("can't load " + network.weights(), e);
    }
  }

  private static OnnxTensor tensor(OrtEnvironment runtime, TunedWeights.Initializer values)
      throws OrtException {
    ByteBuffer data = values.data();
    ByteBuffer own = direct(data.remaining()).put(data).flip();
    long[] shape = values.shape().stream().mapToLong(Long::longValue).toArray();
    OnnxJavaType type = values.bits() == Byte.SIZE ? OnnxJavaType.INT8 : OnnxJavaType.FLOAT;
    return OnnxTensor.createTensor(runtime, own, shape, type);
  }

  private static ByteBuffer direct(int size) {
    return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
  }

  /** Outside of the heap: they are needed only until the runtime has its own copy. */
  private static ByteBuffer weights(Network network) throws IOException {
    var url = OnnxEmbedder.class.getResource(network.weights());
    if (url == null) {
      throw new IOException("the class path lacks " + network.weights());
    }
    var connection = url.openConnection();
    int size = connection.getContentLength();
    ByteBuffer weights = direct(size);
    try (ReadableByteChannel in = Channels.newChannel(connection.getInputStream())) {
      while (weights.hasRemaining() && in.read(weights) >= 0) {}
    }
    return weights.flip();
  }

  /**
   * What the network makes of a text: the output of the first token or the mean of all, as the
   * network wants it.
   */
  float[] pooled(String text) {
    long[] tokens = tokenizer.of(text);
    long[][] ids = {tokens};
    long[][] mask = {new long[tokens.length]};
    Arrays.fill(mask[0], 1);
    long[][] types = {new long[tokens.length]};
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
      return pooled(outputs[0]);
    } catch (OrtException e) {
      throw new IllegalStateException(network + " failed", e);
    }
  }

  private float[] pooled(float[][] tokens) {
    if (network.firstTokenCounts()) {
      return tokens[0];
    }
    float[] mean = new float[network.dimensions()];
    for (float[] token : tokens) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += token[i] / tokens.length;
      }
    }
    return mean;
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("can't close " + network, e);
    }
    own.forEach(OnnxTensor::close);
  }
}
