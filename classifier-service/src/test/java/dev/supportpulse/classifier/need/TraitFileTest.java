package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TraitFileTest {

  private final TraitModel shipped = ShippedModel.traits();

  @Test
  void readsWhatItWrote() throws IOException {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    TraitFile.write(shipped, first);
    TraitModel copy = TraitFile.read(new ByteArrayInputStream(first.toByteArray()));
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    TraitFile.write(copy, second);

    assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
    assertThat(copy.version()).isEqualTo(shipped.version());
    NeedText text = NeedText.of("Thanks", "The upgrade to 2.3 went well, excellent support.");
    assertThat(new NeedClassifier(ShippedModel.load(), copy).classify(text))
        .isEqualTo(ShippedModel.classifier().classify(text));
  }

  @Test
  void refusesAModelOfNeeds() throws IOException {
    ByteArrayOutputStream needs = new ByteArrayOutputStream();
    ModelFile.write(ShippedModel.load(), needs);
    assertThatThrownBy(() -> TraitFile.read(new ByteArrayInputStream(needs.toByteArray())))
        .isInstanceOf(IOException.class)
        .hasMessage("not a trait model file");
  }
}
