package dev.supportpulse.classifier.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.supportpulse.classifier.need.Embedder;
import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.onnx.TunedWeights.Initializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That a session reads the tuned weights, of either kind, and not the published ones. */
class TunedEmbedderTest {

  private static final String TEXT = "升级之后查询要十秒，太慢了";
  private static final int WIDTH = 512;

  @Test
  void tunedFloatsStandInPlaceOfPublishedOnes() throws IOException {
    // The last normalisation alone decides: nothing of the text, 0.25 everywhere.
    float[] quarter = new float[WIDTH];
    Arrays.fill(quarter, 0.25f);
    List<Long> shape = List.of((long) WIDTH);
    String norm = "encoder.layer.3.output.LayerNorm.";
    Map<String, Initializer> constant =
        Map.of(
            norm + "weight", Initializer.of(shape, new float[WIDTH]),
            norm + "bias", Initializer.of(shape, quarter));

    // Head 0 sums the coordinates, head 1 knows its bias only.
    assertThat(scores(constant)[0]).isCloseTo(0.25f * WIDTH, within(1e-3f));
    assertThat(scores(constant)[1]).isEqualTo(7);
  }

  @Test
  void tunedWeightsOf8BitsStandInPlaceOfPublishedOnes() throws IOException {
    String product = "onnx::MatMul_592";
    Initializer silent = Initializer.of(List.of(2048L, (long) WIDTH), new byte[2048 * WIDTH]);
    float published = scores(Map.of())[0];
    assertThat(scores(Map.of(product + "_quantized", silent))[0])
        .isNotCloseTo(published, within(1e-3f));
    assertThat(
            scores(
                Map.of(
                    product + "_scale", Initializer.of(List.of((long) WIDTH), new float[WIDTH])))[
                0])
        .isEqualTo(scores(Map.of(product + "_quantized", silent))[0]);
  }

  @Test
  void aFileGivesTheSameNetwork() throws IOException {
    TunedWeights weights =
        weights(
            Map.of(
                "a",
                Initializer.of(List.of(2L, 1L), new byte[] {-128, 127}),
                "b",
                Initializer.of(List.of(1L), new float[] {1.5f})));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    weights.write(file);

    TunedWeights read = TunedWeights.read(new ByteArrayInputStream(file.toByteArray()));

    assertThat(read).usingRecursiveComparison().isEqualTo(weights);
    assertThat(read.version()).isEqualTo(weights.version());
    assertThat(weights(Map.of()).version()).isNotEqualTo(weights.version());
  }

  @Test
  void anotherFileIsRefused() {
    assertThatThrownBy(() -> TunedWeights.read(new ByteArrayInputStream(new byte[100])))
        .isInstanceOf(IOException.class);
  }

  @Test
  void theShippedNetworksScoreWhatTextsAreAbout() throws IOException {
    try (Embedders embedders = Embedders.load()) {
      List<Embedder> tuned =
          embedders.all().stream().filter(own -> own.space().contains("tuned")).toList();
      assertThat(tuned).hasSize(2);
      for (Embedder own : tuned) {
        assertThat(own.dimensions()).isEqualTo(Heads.COUNT);
        assertThat(own.embed("")).hasSize(Heads.COUNT).doesNotContain(Float.NaN);
      }
    }
  }

  private static float[] scores(Map<String, Initializer> initializers) throws IOException {
    try (TunedEmbedder network = TunedEmbedder.load(weights(initializers))) {
      return network.embed(TEXT);
    }
  }

  private static TunedWeights weights(Map<String, Initializer> initializers) {
    float[] heads = new float[WIDTH * 2];
    for (int i = 0; i < WIDTH; i++) {
      heads[2 * i] = 1;
    }
    return new TunedWeights(Network.BGE_ZH, initializers, heads, new float[] {0, 7});
  }
}
