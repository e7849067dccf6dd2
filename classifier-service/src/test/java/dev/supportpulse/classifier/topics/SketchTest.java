package dev.supportpulse.classifier.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SketchTest {

  /** Five standard errors: 5 / (2 √64). */
  @Property(tries = 300)
  void estimatesTheJaccardSimilarity(
      @ForAll @IntRange(max = 100) int shared,
      @ForAll @IntRange(min = 1, max = 100) int own,
      @ForAll @IntRange(max = 1_000_000) int salt) {
    Sketch one = Sketch.of(terms(salt, 0, shared + own));
    Sketch other = Sketch.of(terms(salt, own, shared + own));
    double jaccard = (double) shared / (shared + 2 * own);

    assertThat(one.similarity(other)).isCloseTo(jaccard, within(0.3125));
  }

  @Test
  void theOrderOfTermsDoesNotMatter() {
    assertThat(Sketch.of(List.of("a", "b", "c")).places())
        .isEqualTo(Sketch.of(List.of("c", "b", "a")).places());
  }

  @Test
  void isKeptByItsPlaces() {
    Sketch sketch = Sketch.of(List.of("a", "b"));

    assertThat(Sketch.ofPlaces(sketch.places()).similarity(sketch)).isEqualTo(1);
    assertThatThrownBy(() -> Sketch.ofPlaces(new int[3])).hasMessageContaining("64 places");
  }

  private static List<String> terms(int salt, int from, int count) {
    return IntStream.range(from, from + count).mapToObj(i -> salt + "/" + i).toList();
  }
}
