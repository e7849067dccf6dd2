package dev.supportpulse.classifier.need;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A trait model as a file: gzip over magic, feature scheme, version, the names of the traits with
 * their scaling, the heads over terms, the heads over embeddings. The same model gives the same
 * bytes.
 */
public final class TraitFile {

  private static final int MAGIC = 0x53505431; // "SPT1"

  private TraitFile() {}

  /** Writes a model; leaves the stream open. */
  public static void write(TraitModel model, OutputStream target) throws IOException {
    GZIPOutputStream zipped = new GZIPOutputStream(target);
    DataOutputStream out = new DataOutputStream(zipped);
    out.writeInt(MAGIC);
    out.writeUTF(FeatureVector.SCHEME);
    out.writeUTF(model.version());
    out.writeInt(TraitModel.HEADS);
    for (Trait trait : Trait.values()) {
      TraitModel.Sigmoid scaling = model.scaling().get(TraitModel.head(trait));
      out.writeUTF(trait.name());
      out.writeDouble(scaling.slope());
      out.writeDouble(scaling.offset());
    }
    TermFile.write(model.terms(), out);
    DenseFile.write(model.dense(), out);
    out.flush();
    zipped.finish();
  }

  /**
   * Reads a model.
   *
   * @throws IOException if it is no trait model, or one of another feature scheme or set of traits
   */
  public static TraitModel read(InputStream source) throws IOException {
    DataInputStream in = new DataInputStream(new GZIPInputStream(source, 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("not a trait model file");
    }
    String scheme = in.readUTF();
    if (!scheme.equals(FeatureVector.SCHEME)) {
      throw new IOException("the trait model has feature scheme " + scheme + ": train it again");
    }
    String version = in.readUTF();
    if (in.readInt() != TraitModel.HEADS) {
      throw new IOException("the trait model has another set of traits: train it again");
    }
    List<TraitModel.Sigmoid> scaling = new ArrayList<>();
    for (Trait trait : Trait.values()) {
      if (!in.readUTF().equals(trait.name())) {
        throw new IOException("the trait model has another set of traits: train it again");
      }
      scaling.add(new TraitModel.Sigmoid(in.readDouble(), in.readDouble()));
    }
    return new TraitModel(
        version,
        TermFile.read(in, TraitModel.HEADS),
        DenseFile.read(in, TraitModel.HEADS),
        scaling);
  }
}
