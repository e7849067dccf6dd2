package dev.supportpulse.classifier.onnx;

import dev.supportpulse.classifier.need.Language;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a network that was tuned has instead of its published weights, and the linear heads over its
 * output. As a file: gzip over magic, the name of the published network, its initializers by name
 * and the heads. The same weights give the same bytes.
 */
public final class TunedWeights {

  private static final int MAGIC = 0x53505431; // "SPT1"

  private final Network network;
  private final Map<String, Initializer> initializers;
  private final float[] headWeights;
  private final float[] headBiases;

  /**
   * Weights of a network.
   *
   * @param network the published one
   * @param initializers by the names of its ONNX file
   * @param headWeights one row of a weight a head for each coordinate of the pooled output
   * @param headBiases one a head
   */
  public TunedWeights(
      Network network,
      Map<String, Initializer> initializers,
      float[] headWeights,
      float[] headBiases) {
    this.network = network;
    this.initializers = Map.copyOf(initializers);
    this.headWeights = headWeights.clone();
    this.headBiases = headBiases.clone();
  }

  /**
   * What stands in place of published weights.
   *
   * @param bits of a weight: 8, signed, or 32, floating
   * @param data row by row, little endian
   */
  public record Initializer(int bits, List<Long> shape, ByteBuffer data) {

    public Initializer {
      shape = List.copyOf(shape);
      data = data.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Weights of 8 bits. */
    public static Initializer of(List<Long> shape, byte[] weights) {
      return new Initializer(Byte.SIZE, shape, ByteBuffer.wrap(weights.clone()));
    }

    /** Weights of 32 bits. */
    public static Initializer of(List<Long> shape, float[] weights) {
      return new Initializer(Float.SIZE, shape, bytes(weights));
    }

    @Override
    public ByteBuffer data() {
      return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** The published network. */
  public Network network() {
    return network;
  }

  /** What stands in place of its weights, by the names of its ONNX file. */
  public Map<String, Initializer> initializers() {
    return initializers;
  }

  /** One row of a weight a head for each coordinate of the pooled output. */
  public float[] headWeights() {
    return headWeights.clone();
  }

  /** One a head. */
  public float[] headBiases() {
    return headBiases.clone();
  }

  /** The name of the file of a language's network. */
  public static String file(Language language) {
    return "need-" + language.tag() + ".network";
  }

  /** Names these weights: another name, other weights. */
  public String version() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      write(new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException | IOException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Writes the file; leaves the stream open. */
  public void write(OutputStream target) throws IOException {
    GZIPOutputStream zipped = new GZIPOutputStream(target);
    write(new DataOutputStream(zipped));
    zipped.finish();
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeUTF(network.name());
    out.writeInt(initializers.size());
    for (Map.Entry<String, Initializer> initializer : new TreeMap<>(initializers).entrySet()) {
      out.writeUTF(initializer.getKey());
      Initializer values = initializer.getValue();
      out.writeByte(values.bits());
      out.writeByte(values.shape().size());
      for (long size : values.shape()) {
        out.writeLong(size);
      }
      write(values.data(), out);
    }
    writeFloats(headWeights, out);
    writeFloats(headBiases, out);
    out.flush();
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it is none, or one of a network that isn't known
   */
  public static TunedWeights read(InputStream source) throws IOException {
    DataInputStream in = new DataInputStream(new GZIPInputStream(source, 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("no file of tuned weights");
    }
    String name = in.readUTF();
    Network network;
    try {
      network = Network.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IOException("the weights are of an unknown network: " + name, e);
    }
    Map<String, Initializer> initializers = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String initializer = in.readUTF();
      int bits = in.readByte();
      List<Long> shape = new ArrayList<>();
      for (int dimensions = in.readByte(); dimensions > 0; dimensions--) {
        shape.add(in.readLong());
      }
      initializers.put(initializer, new Initializer(bits, shape, readBytes(in)));
    }
    return new TunedWeights(network, initializers, readFloats(in), readFloats(in));
  }

  private static void writeFloats(float[] values, DataOutputStream out) throws IOException {
    write(bytes(values), out);
  }

  private static void write(ByteBuffer data, DataOutputStream out) throws IOException {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static ByteBuffer readBytes(DataInputStream in) throws IOException {
    return ByteBuffer.wrap(in.readNBytes(in.readInt()));
  }

  private static float[] readFloats(DataInputStream in) throws IOException {
    FloatBuffer floats = readBytes(in).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] values = new float[floats.remaining()];
    floats.get(values);
    return values;
  }

  private static ByteBuffer bytes(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return bytes;
  }
}
