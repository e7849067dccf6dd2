package dev.supportpulse.classifier.need;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The models of the class path, for tests. */
public final class ShippedModel {

  private ShippedModel() {}

  /** Reads needs, in the fast tier. */
  public static NeedModel load() {
    try (InputStream in = open("need.model")) {
      return ModelFile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads traits, in the fast tier. */
  public static TraitModel traits() {
    try (InputStream in = open("traits.model")) {
      return TraitFile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fast tier. */
  public static NeedClassifier classifier() {
    return new NeedClassifier(load(), traits());
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(
        ShippedModel.class.getResourceAsStream("/model/" + file), "no /model/" + file);
  }
}
