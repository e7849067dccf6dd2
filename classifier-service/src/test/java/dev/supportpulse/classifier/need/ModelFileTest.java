package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ModelFileTest {

  private final NeedModel shipped = ShippedModel.load();

  @Test
  void readsWhatItWrote() throws IOException {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    ModelFile.write(shipped, first);
    NeedModel copy = ModelFile.read(new ByteArrayInputStream(first.toByteArray()));
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    ModelFile.write(copy, second);

    assertThat(copy.info()).isEqualTo(shipped.info());
    assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
    NeedText text = NeedText.of("Login fails", "After the upgrade to 2.3 nobody can log in.");
    assertThat(new NeedClassifier(copy, ShippedModel.traits()).classify(text))
        .isEqualTo(ShippedModel.classifier().classify(text));
  }

  @Test
  void allThatShipsIsSmall() throws IOException {
    long bytes = 0;
    for (String file :
        List.of(
            "need.model",
            "need-accurate.model",
            "need-en.network",
            "need-zh.network",
            "traits.model",
            "traits-accurate.model")) {
      try (InputStream in = ModelFileTest.class.getResourceAsStream("/model/" + file)) {
        bytes += Objects.requireNonNull(in, file).readAllBytes().length;
      }
    }
    assertThat(bytes).isLessThan(30_000_000);
  }

  @Test
  void refusesWhatIsNoModel() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(new byte[64]);
    }
    assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(zipped.toByteArray())))
        .isInstanceOf(IOException.class)
        .hasMessage("not a model file");
  }
}
