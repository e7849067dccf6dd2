package dev.supportpulse.classifier.need;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The part of a model file that holds heads over terms: scale and bias of each head, then one row
 * per term of the vocabulary (distance to the previous bucket, idf, one 16-bit weight a head).
 */
final class TermFile {

  private TermFile() {}

  static void write(LinearHeads heads, DataOutputStream out) throws IOException {
    out.writeInt(heads.vocabulary());
    for (int head = 0; head < heads.count(); head++) {
      out.writeFloat(heads.scale(head));
      out.writeFloat(heads.bias(head));
    }
    int previous = 0;
    for (int row = 0; row < heads.vocabulary(); row++) {
      writeVarInt(heads.bucket(row) - previous, out);
      previous = heads.bucket(row);
    }
    for (int row = 0; row < heads.vocabulary(); row++) {
      out.writeFloat(heads.idf(row));
    }
    // Head by head: neighbouring weights are alike and compress better.
    for (int head = 0; head < heads.count(); head++) {
      for (int row = 0; row < heads.vocabulary(); row++) {
        out.writeShort(heads.weight(row, head));
      }
    }
  }

  /** Reads what {@link #write} wrote of so many heads. */
  static LinearHeads read(DataInputStream in, int count) throws IOException {
    int vocabulary = in.readInt();
    float[] scales = new float[count];
    float[] biases = new float[count];
    for (int head = 0; head < count; head++) {
      scales[head] = in.readFloat();
      biases[head] = in.readFloat();
    }
    int[] buckets = new int[vocabulary];
    int previous = 0;
    for (int row = 0; row < vocabulary; row++) {
      previous += readVarInt(in);
      buckets[row] = previous;
    }
    float[] idf = new float[vocabulary];
    for (int row = 0; row < vocabulary; row++) {
      idf[row] = in.readFloat();
    }
    short[] weights = new short[vocabulary * count];
    for (int head = 0; head < count; head++) {
      for (int row = 0; row < vocabulary; row++) {
        weights[row * count + head] = in.readShort();
      }
    }
    return new LinearHeads(buckets, idf, weights, scales, biases);
  }

  private static void writeVarInt(int value, DataOutputStream out) throws IOException {
    int rest = value;
    while (rest > 0x7F) {
      out.writeByte((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  private static int readVarInt(DataInputStream in) throws IOException {
    int value = 0;
    int shift = 0;
    int next;
    do {
      next = in.readUnsignedByte();
      value |= (next & 0x7F) << shift;
      shift += 7;
    } while (next > 0x7F && shift < Integer.SIZE);
    return value;
  }
}
