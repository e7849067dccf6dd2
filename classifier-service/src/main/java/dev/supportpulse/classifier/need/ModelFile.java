package dev.supportpulse.classifier.need;

import dev.supportpulse.events.NeedCategory;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A model as a file: gzip over magic, feature scheme, header, calibrations, thresholds, then the
 * heads over terms, the heads over embeddings and the votes of tuned networks, if it has any, and
 * the profile of its training texts. The same model gives the same bytes.
 */
public final class ModelFile {

  private static final int MAGIC = 0x53504E35; // "SPN5"

  private static final List<NeedCategory> CATEGORIES = Heads.categories();

  private ModelFile() {}

  /** Writes a model; leaves the stream open. */
  public static void write(NeedModel model, OutputStream target) throws IOException {
    GZIPOutputStream zipped = new GZIPOutputStream(target);
    DataOutputStream out = new DataOutputStream(zipped);
    out.writeInt(MAGIC);
    out.writeUTF(FeatureVector.SCHEME);
    writeInfo(model.info(), out);
    writeCalibrations(model.calibrations(), out);
    for (NeedCategory category : CATEGORIES) {
      out.writeDouble(model.thresholds().auto(category));
    }
    TermFile.write(model.heads().whole(), out);
    TermFile.write(model.heads().opening(), out);
    DenseFile.write(model.dense(), out);
    writeVotes(model.votes(), out);
    ProfileFile.write(model.profile(), out);
    out.flush();
    zipped.finish();
  }

  /**
   * Reads a model.
   *
   * @throws IOException if it is no model, or one of another feature scheme or category set
   */
  public static NeedModel read(InputStream source) throws IOException {
    DataInputStream in = new DataInputStream(new GZIPInputStream(source, 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("not a model file");
    }
    String scheme = in.readUTF();
    if (!scheme.equals(FeatureVector.SCHEME)) {
      throw new IOException("the model has feature scheme " + scheme + ": train it again");
    }
    ModelInfo info = readInfo(in);
    Calibrations calibrations = readCalibrations(in);
    Thresholds thresholds = new Thresholds(readDoubles(in));
    TermHeads heads = new TermHeads(TermFile.read(in, Heads.COUNT), TermFile.read(in, Heads.COUNT));
    Map<Language, DenseHeads> dense = DenseFile.read(in, Heads.COUNT);
    Map<Language, Vote> votes = readVotes(in);
    return new NeedModel(info, heads, dense, votes, calibrations, thresholds, ProfileFile.read(in));
  }

  private static void writeCalibrations(Calibrations calibrations, DataOutputStream out)
      throws IOException {
    out.writeInt(calibrations.byLanguage().size());
    for (Map.Entry<Language, Calibration> own : sorted(calibrations.byLanguage())) {
      out.writeUTF(own.getKey().tag());
      out.writeDouble(own.getValue().slope());
      writeDoubles(own.getValue().offsets(), out);
    }
  }

  private static Calibrations readCalibrations(DataInputStream in) throws IOException {
    Map<Language, Calibration> byLanguage = new EnumMap<>(Language.class);
    for (int left = in.readInt(); left > 0; left--) {
      byLanguage.put(
          DenseFile.language(in.readUTF()), new Calibration(in.readDouble(), readDoubles(in)));
    }
    return new Calibrations(byLanguage);
  }

  private static void writeVotes(Map<Language, Vote> votes, DataOutputStream out)
      throws IOException {
    out.writeInt(votes.size());
    for (Map.Entry<Language, Vote> vote : sorted(votes)) {
      out.writeUTF(vote.getKey().tag());
      out.writeUTF(vote.getValue().space());
      out.writeDouble(vote.getValue().weight());
    }
  }

  private static Map<Language, Vote> readVotes(DataInputStream in) throws IOException {
    Map<Language, Vote> votes = new EnumMap<>(Language.class);
    for (int left = in.readInt(); left > 0; left--) {
      votes.put(DenseFile.language(in.readUTF()), new Vote(in.readUTF(), in.readDouble()));
    }
    return votes;
  }

  private static void writeInfo(ModelInfo info, DataOutputStream out) throws IOException {
    out.writeUTF(info.version());
    out.writeLong(info.sequence());
    out.writeUTF(info.trainedOn().toString());
    out.writeInt(Heads.COUNT);
    for (NeedCategory category : CATEGORIES) {
      out.writeUTF(category.name());
      out.writeInt(info.texts().getOrDefault(category, 0));
    }
    out.writeInt(info.dataHashes().size());
    for (Map.Entry<String, String> hash : sorted(info.dataHashes())) {
      out.writeUTF(hash.getKey());
      out.writeUTF(hash.getValue());
    }
    out.writeInt(info.figures().size());
    for (Map.Entry<String, Double> figure : sorted(info.figures())) {
      out.writeUTF(figure.getKey());
      out.writeDouble(figure.getValue());
    }
  }

  private static ModelInfo readInfo(DataInputStream in) throws IOException {
    String version = in.readUTF();
    long sequence = in.readLong();
    LocalDate trainedOn = LocalDate.parse(in.readUTF());
    if (in.readInt() != Heads.COUNT) {
      throw new IOException("the model has another set of categories: train it again");
    }
    Map<NeedCategory, Integer> texts = new EnumMap<>(NeedCategory.class);
    for (NeedCategory category : CATEGORIES) {
      if (!in.readUTF().equals(category.name())) {
        throw new IOException("the model has another set of categories: train it again");
      }
      texts.put(category, in.readInt());
    }
    Map<String, String> hashes = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      hashes.put(in.readUTF(), in.readUTF());
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      figures.put(in.readUTF(), in.readDouble());
    }
    return new ModelInfo(version, sequence, trainedOn, texts, hashes, figures);
  }

  private static void writeDoubles(double[] values, DataOutputStream out) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static double[] readDoubles(DataInputStream in) throws IOException {
    double[] values = new double[Heads.COUNT];
    for (int k = 0; k < values.length; k++) {
      values[k] = in.readDouble();
    }
    return values;
  }

  private static <K, V> Collection<Map.Entry<K, V>> sorted(Map<K, V> map) {
    return new TreeMap<>(map).entrySet();
  }
}
