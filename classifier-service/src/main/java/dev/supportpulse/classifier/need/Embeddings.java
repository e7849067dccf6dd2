package dev.supportpulse.classifier.need;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The embedders that there are, by the names of their spaces. */
public final class Embeddings {

  private final Map<String, Embedder> bySpace = new LinkedHashMap<>();

  private Embeddings() {}

  public static Embeddings of(List<Embedder> embedders) {
    Embeddings embeddings = new Embeddings();
    embedders.forEach(embedder -> embeddings.bySpace.put(embedder.space(), embedder));
    return embeddings;
  }

  /** How many coordinates a text has in some spaces together. */
  public int dimensions(List<String> spaces) {
    return spaces.stream().mapToInt(space -> in(space).dimensions()).sum();
  }

  /** The coordinates of a text in some spaces, end to end. */
  public float[] of(CleanText text, List<String> spaces) {
    float[] all = new float[dimensions(spaces)];
    int at = 0;
    for (String space : spaces) {
      float[] coordinates = in(space).embed(text.text());
      System.arraycopy(coordinates, 0, all, at, coordinates.length);
      at += coordinates.length;
    }
    return all;
  }

  /**
   * Nothing, if all these spaces are there.
   *
   * @throws IllegalArgumentException if one is not
   */
  void require(List<String> spaces) {
    spaces.forEach(this::in);
  }

  private Embedder in(String space) {
    Embedder embedder = bySpace.get(space);
    if (embedder == null) {
      throw new IllegalArgumentException(
          "the model wants embeddings of " + space + ", there are " + bySpace.keySet());
    }
    return embedder;
  }
}
