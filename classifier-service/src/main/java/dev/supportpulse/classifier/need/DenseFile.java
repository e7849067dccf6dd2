package dev.supportpulse.classifier.need;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The part of a model file that holds heads over embeddings: per language the names of its spaces,
 * their standardisation, then one row of weights per coordinate.
 */
final class DenseFile {

  private DenseFile() {}

  static void write(Map<Language, DenseHeads> byLanguage, DataOutputStream out) throws IOException {
    out.writeInt(byLanguage.size());
    for (Language language : Language.values()) {
      DenseHeads heads = byLanguage.get(language);
      if (heads != null) {
        out.writeUTF(language.tag());
        writeStandard(heads.standard(), out);
        writeHeads(heads, out);
      }
    }
  }

  /**
   * Reads what {@link #write} wrote of so many heads.
   *
   * @throws IOException if it is of a language that isn't known
   */
  static Map<Language, DenseHeads> read(DataInputStream in, int heads) throws IOException {
    Map<Language, DenseHeads> byLanguage = new EnumMap<>(Language.class);
    for (int left = in.readInt(); left > 0; left--) {
      Language language = language(in.readUTF());
      Standardisation standard = readStandard(in);
      float[] weights = readFloats(in, standard.dimensions() * heads);
      byLanguage.put(language, new DenseHeads(standard, weights, heads));
    }
    return byLanguage;
  }

  /**
   * The language of a tag.
   *
   * @throws IOException if it isn't known
   */
  static Language language(String tag) throws IOException {
    return Language.ofTag(tag)
        .orElseThrow(() -> new IOException("the model has heads for language " + tag));
  }

  private static void writeStandard(Standardisation standard, DataOutputStream out)
      throws IOException {
    out.writeInt(standard.spaces().size());
    for (String space : standard.spaces()) {
      out.writeUTF(space);
    }
    out.writeFloat(standard.scale());
    out.writeInt(standard.dimensions());
    for (int i = 0; i < standard.dimensions(); i++) {
      out.writeFloat(standard.mean(i));
      out.writeFloat(standard.factor(i));
    }
  }

  private static Standardisation readStandard(DataInputStream in) throws IOException {
    List<String> spaces = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      spaces.add(in.readUTF());
    }
    float scale = in.readFloat();
    int dimensions = in.readInt();
    float[] means = new float[dimensions];
    float[] factors = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      means[i] = in.readFloat();
      factors[i] = in.readFloat();
    }
    return new Standardisation(spaces, means, factors, scale);
  }

  private static void writeHeads(DenseHeads heads, DataOutputStream out) throws IOException {
    for (int coordinate = 0; coordinate < heads.standard().dimensions(); coordinate++) {
      for (int head = 0; head < heads.count(); head++) {
        out.writeFloat(heads.weight(coordinate, head));
      }
    }
  }

  private static float[] readFloats(DataInputStream in, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}
