package dev.supportpulse.tuning;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The weights of a published encoder (Devlin et al., "BERT", 2019) as its ONNX file has them, which
 * keeps products with 8 bits a weight, one scale a column.
 */
final class PublicNetwork {

  /** The node of a product names the layer and the part of it that the product belongs to. */
  private static final Pattern PRODUCT = Pattern.compile("/encoder/(layer\\.\\d+/.*)/MatMul_quant");

  private static final Pattern LAYER = Pattern.compile("encoder\\.layer\\.(\\d+)\\..*");

  private static final String QUANTISED = "_quantized";

  private final Map<String, Tensor> tensors;
  private final Map<String, String> initializers;

  private PublicNetwork(Map<String, Tensor> tensors, Map<String, String> initializers) {
    this.tensors = tensors;
    this.initializers = initializers;
  }

  /** Numbers of a network, row by row. */
  static final class Tensor {

    private final List<Long> shape;
    private final float[] values;

    private Tensor(List<Long> shape, float[] values) {
      this.shape = shape;
      this.values = values;
    }

    long[] shape() {
      return shape.stream().mapToLong(Long::longValue).toArray();
    }

    /** Not a copy, since there are millions: to be read only. */
    float[] values() {
      return values;
    }
  }

  static PublicNetwork read(InputStream onnx) throws IOException {
    GraphProto graph = ModelProto.parseFrom(onnx).getGraph();
    Map<String, TensorProto> stored = new HashMap<>();
    graph.getInitializerList().forEach(tensor -> stored.put(tensor.getName(), tensor));
    Map<String, String> names = new HashMap<>();
    for (NodeProto node : graph.getNodeList()) {
      Matcher product = PRODUCT.matcher(node.getName());
      if (node.getOpType().equals("MatMulInteger") && product.matches()) {
        String base = withoutSuffix(node.getInput(1));
        names.put(base, "encoder." + product.group(1).replace('/', '.') + ".weight");
      }
    }
    Map<String, Tensor> tensors = new HashMap<>();
    Map<String, String> initializers = new HashMap<>();
    for (TensorProto tensor : graph.getInitializerList()) {
      String name = tensor.getName();
      if (name.endsWith(QUANTISED)) {
        String base = withoutSuffix(name);
        String own = names.getOrDefault(base, base);
        tensors.put(
            own,
            dequantised(tensor, part(stored, base + "_scale"), part(stored, base + "_zero_point")));
        initializers.put(own, base);
      } else if (tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE
          && !name.endsWith("_scale")) {
        tensors.put(name, new Tensor(tensor.getDimsList(), floats(tensor)));
        initializers.put(name, name);
      }
    }
    return new PublicNetwork(tensors, initializers);
  }

  /** The numbers of one part, such as {@code encoder.layer.0.output.dense.weight}. */
  Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("the network has no " + name);
    }
    return tensor;
  }

  /** What the ONNX file calls a part. */
  String initializer(String name) {
    return Objects.requireNonNull(initializers.get(name), name);
  }

  /** How many layers follow each other. */
  int layers() {
    int layers = 0;
    for (String name : tensors.keySet()) {
      Matcher layer = LAYER.matcher(name);
      if (layer.matches()) {
        layers = Math.max(layers, Integer.parseInt(layer.group(1)) + 1);
      }
    }
    return layers;
  }

  private static TensorProto part(Map<String, TensorProto> stored, String name) throws IOException {
    TensorProto part = stored.get(name);
    if (part == null) {
      throw new IOException("the network has no " + name);
    }
    return part;
  }

  private static String withoutSuffix(String name) {
    return name.substring(0, name.length() - QUANTISED.length());
  }

  private static Tensor dequantised(TensorProto tensor, TensorProto scale, TensorProto zero) {
    int[] stored = integers(tensor);
    int[] zeros = integers(zero);
    float[] scales = floats(scale);
    float[] values = new float[stored.length];
    for (int i = 0; i < values.length; i++) {
      int column = i % scales.length;
      values[i] = (stored[i] - zeros[column]) * scales[column];
    }
    return new Tensor(tensor.getDimsList(), values);
  }

  private static int[] integers(TensorProto tensor) {
    if (tensor.getInt32DataCount() > 0) {
      return tensor.getInt32DataList().stream().mapToInt(Integer::intValue).toArray();
    }
    boolean signed = tensor.getDataType() == TensorProto.DataType.INT8_VALUE;
    byte[] bytes = tensor.getRawData().toByteArray();
    int[] values = new int[bytes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = signed ? bytes[i] : bytes[i] & 0xFF;
    }
    return values;
  }

  private static float[] floats(TensorProto tensor) {
    if (tensor.getFloatDataCount() > 0) {
      float[] values = new float[tensor.getFloatDataCount()];
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.getFloatData(i);
      }
      return values;
    }
    ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[raw.remaining() / Float.BYTES];
    raw.asFloatBuffer().get(values);
    return values;
  }
}
