package dev.supportpulse.classifier.need;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The model of the class path, for tests. */
public final class ShippedModel {

  private ShippedModel() {}

  public static NeedModel load() {
    try (InputStream in = ShippedModel.class.getResourceAsStream("/model/need.model")) {
      return ModelFile.read(Objects.requireNonNull(in, "no /model/need.model"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
