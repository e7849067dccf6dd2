package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Embeddings;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Embeds each text once and keeps its coordinates in a file, by the hash of space and text: a
 * second training, or a cross-validation, needs no network.
 */
final class CachedCoordinates implements Coordinates, AutoCloseable {

  private final Embeddings embeddings;
  private final Map<String, float[]> known;
  private final DataOutputStream added;

  private CachedCoordinates(
      Embeddings embeddings, Map<String, float[]> known, DataOutputStream added) {
    this.embeddings = embeddings;
    this.known = known;
    this.added = added;
  }

  /** Goes on with a file, or begins one. */
  static CachedCoordinates in(Path file, Embeddings embeddings) throws IOException {
    Map<String, float[]> known = new HashMap<>();
    if (Files.exists(file)) {
      long whole;
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
        whole = readAll(in, known);
      }
      // The last one may be cut where a training was interrupted.
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(whole);
      }
    }
    return new CachedCoordinates(
        embeddings,
        known,
        new DataOutputStream(
            new BufferedOutputStream(
                Files.newOutputStream(
                    file, StandardOpenOption.CREATE, StandardOpenOption.APPEND))));
  }

  /** How many bytes the whole ones take. */
  private static long readAll(DataInputStream in, Map<String, float[]> known) throws IOException {
    long whole = 0;
    try {
      while (true) {
        String key = in.readUTF();
        float[] coordinates = new float[in.readInt()];
        for (int i = 0; i < coordinates.length; i++) {
          coordinates[i] = in.readFloat();
        }
        known.put(key, coordinates);
        whole +=
            Short.BYTES + key.length() + Integer.BYTES + (long) Float.BYTES * coordinates.length;
      }
    } catch (EOFException e) {
      return whole;
    }
  }

  @Override
  public float[] of(PreparedText text, List<String> spaces) {
    float[] all = new float[embeddings.dimensions(spaces)];
    int at = 0;
    for (String space : spaces) {
      float[] coordinates = known.computeIfAbsent(key(text, space), key -> add(key, text, space));
      System.arraycopy(coordinates, 0, all, at, coordinates.length);
      at += coordinates.length;
    }
    return all;
  }

  private float[] add(String key, PreparedText text, String space) {
    float[] coordinates = embeddings.of(text.clean(), List.of(space));
    try {
      added.writeUTF(key);
      added.writeInt(coordinates.length);
      for (float coordinate : coordinates) {
        added.writeFloat(coordinate);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return coordinates;
  }

  private static String key(PreparedText text, String space) {
    String named = space + "\n" + text.clean().text();
    return Corpus.sha256(named.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    added.close();
  }
}
