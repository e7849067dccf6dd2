package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.ProjectHeads;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The heads of projects as bytes: gzip over magic, then by project its name, scale, buckets and
 * 16-bit weights. The same heads give the same bytes.
 */
public final class ProjectHeadsFile {

  private static final int MAGIC = 0x53505031; // "SPP1"

  private ProjectHeadsFile() {}

  static byte[] write(Map<String, ProjectHeads> byProject) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(MAGIC);
      out.writeInt(byProject.size());
      for (Map.Entry<String, ProjectHeads> project : new TreeMap<>(byProject).entrySet()) {
        out.writeUTF(project.getKey());
        write(project.getValue(), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(ProjectHeads heads, DataOutputStream out) throws IOException {
    out.writeFloat(heads.scale());
    out.writeInt(heads.vocabulary());
    for (int row = 0; row < heads.vocabulary(); row++) {
      out.writeInt(heads.bucket(row));
    }
    for (int head = 0; head < Heads.COUNT; head++) {
      for (int row = 0; row < heads.vocabulary(); row++) {
        out.writeShort(heads.weight(row, head));
      }
    }
  }

  /**
   * Reads what {@link #write(Map)} wrote.
   *
   * @throws IOException if it is something else
   */
  static Map<String, ProjectHeads> read(byte[] bytes) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("not the heads of projects");
      }
      Map<String, ProjectHeads> byProject = new HashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        String project = in.readUTF();
        byProject.put(project, readHeads(in));
      }
      return byProject;
    }
  }

  /**
   * What {@link #write(Map)} wrote, without the heads of a project.
   *
   * @throws IOException if it is something else
   */
  public static byte[] without(String project, byte[] bytes) throws IOException {
    Map<String, ProjectHeads> others = read(bytes);
    others.remove(project);
    return write(others);
  }

  private static ProjectHeads readHeads(DataInputStream in) throws IOException {
    float scale = in.readFloat();
    int[] buckets = new int[in.readInt()];
    for (int row = 0; row < buckets.length; row++) {
      buckets[row] = in.readInt();
    }
    short[] weights = new short[buckets.length * Heads.COUNT];
    for (int head = 0; head < Heads.COUNT; head++) {
      for (int row = 0; row < buckets.length; row++) {
        weights[row * Heads.COUNT + head] = in.readShort();
      }
    }
    return new ProjectHeads(buckets, weights, scale);
  }
}
