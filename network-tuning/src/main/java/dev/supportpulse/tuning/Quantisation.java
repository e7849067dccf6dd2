package dev.supportpulse.tuning;

import ai.djl.ndarray.NDArray;
import dev.supportpulse.classifier.onnx.Network;
import dev.supportpulse.classifier.onnx.TunedWeights;
import dev.supportpulse.classifier.onnx.TunedWeights.Initializer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings what was learned into the form of the published network: products with 8 bits a weight.
 */
final class Quantisation {

  private static final int LARGEST = Byte.MAX_VALUE;

  private Quantisation() {}

  static TunedWeights of(Network network, PublicNetwork published, Encoder encoder) {
    Map<String, Initializer> initializers = new HashMap<>();
    for (Map.Entry<String, NDArray> learned : encoder.learned().entrySet()) {
      String name = learned.getKey();
      if (name.startsWith("head.")) {
        continue;
      }
      List<Long> shape = Arrays.stream(learned.getValue().getShape().getShape()).boxed().toList();
      float[] values = learned.getValue().toFloatArray();
      String initializer = published.initializer(name);
      if (initializer.equals(name)) {
        initializers.put(name, Initializer.of(shape, values));
      } else {
        quantise(initializer, shape, values, initializers);
      }
    }
    return new TunedWeights(
        network,
        initializers,
        encoder.learned(Encoder.HEAD_WEIGHT).toFloatArray(),
        encoder.learned(Encoder.HEAD_BIAS).toFloatArray());
  }

  /** Each column has a scale of its own, such that its largest value is just kept. */
  private static void quantise(
      String initializer, List<Long> shape, float[] values, Map<String, Initializer> into) {
    int columns = shape.get(1).intValue();
    float[] scales = new float[columns];
    for (int i = 0; i < values.length; i++) {
      scales[i % columns] = Math.max(scales[i % columns], Math.abs(values[i]) / LARGEST);
    }
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      float scale = scales[i % columns];
      bytes[i] = (byte) (scale == 0 ? 0 : Math.round(values[i] / scale));
    }
    into.put(initializer + "_quantized", Initializer.of(shape, bytes));
    into.put(initializer + "_scale", Initializer.of(List.of((long) columns), scales));
  }
}
