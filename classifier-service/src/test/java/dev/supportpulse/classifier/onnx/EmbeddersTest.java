package dev.supportpulse.classifier.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supportpulse.classifier.need.Embedder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddersTest {

  private static Embedders embedders;

  @BeforeAll
  static void load() throws IOException {
    embedders = Embedders.published();
  }

  @AfterAll
  static void close() {
    embedders.close();
  }

  @Test
  void everyNetworkPutsLikeEnglishTextsNearerThanUnlikeOnes() {
    for (Network network : List.of(Network.E5, Network.MINILM)) {
      Embedder embedder = of(network);
      float[] slow = embedder.embed("The query takes ten seconds since the update");
      float[] alsoSlow = embedder.embed("Searching became awfully sluggish in the new version");
      float[] thanks = embedder.embed("Thank you all for the lovely meetup in Lisbon");
      assertThat(cosine(slow, alsoSlow)).as(network.space()).isGreaterThan(cosine(slow, thanks));
    }
  }

  @Test
  void theChineseNetworkDoesSoInChinese() {
    Embedder embedder = of(Network.BGE_ZH);
    float[] slow = embedder.embed("升级之后查询要十秒，太慢了");
    assertThat(cosine(slow, embedder.embed("新版本搜索非常卡，响应时间很长")))
        .isGreaterThan(cosine(slow, embedder.embed("感谢大家参加上周的线下聚会")));
  }

  @Test
  void anyTextHasAPointAtDistanceOne() {
    for (Embedder embedder : embedders.all()) {
      for (String text : List.of("", " ", "a", "\u0000\uD800 broken", "词 word ".repeat(5_000))) {
        float[] point = embedder.embed(text);
        assertThat(point).hasSize(embedder.dimensions());
        assertThat(cosine(point, point)).isCloseTo(1, within(1e-4));
      }
    }
  }

  @Test
  void whatComesAfterTheLastTokenDoesNotCount() {
    Embedder embedder = of(Network.E5);
    String full = "word ".repeat(OnnxEmbedder.MAX_TOKENS);
    assertThat(embedder.embed(full + "slow")).isEqualTo(embedder.embed(full + "secure"));
  }

  private static Embedder of(Network network) {
    return embedders.all().stream()
        .filter(embedder -> embedder.space().equals(network.space()))
        .findFirst()
        .orElseThrow();
  }

  private static double cosine(float[] one, float[] two) {
    double product = 0;
    for (int i = 0; i < one.length; i++) {
      product += (double) one[i] * two[i];
    }
    return product;
  }
}
