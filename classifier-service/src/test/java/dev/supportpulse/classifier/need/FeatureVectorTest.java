package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureVectorTest {

  @Test
  void hasTokensPairsAndBeginningsOfLongWords() {
    assertThat(terms(FeatureVector.of(List.of("slow", "queries"))))
        .containsExactlyInAnyOrder("slow", "queries", "slow queries", "queri*");
    assertThat(terms(FeatureVector.of(List.of("安", "装"))))
        .containsExactlyInAnyOrder("安", "装", "安装");
  }

  @Test
  void countsRepeatedTerms() {
    FeatureVector vector = FeatureVector.of(List.of("a", "a", "a"));
    int a = terms(vector).indexOf("a");
    assertThat(vector.count(a)).isEqualTo(3);
    assertThat(vector.size()).isEqualTo(2);
  }

  @Test
  void ordersBucketsAndKeepsThemInRange() {
    FeatureVector vector = FeatureVector.of(List.of("one", "two", "three", "four", "five"));
    int[] buckets = IntStream.range(0, vector.size()).map(vector::bucket).toArray();
    assertThat(buckets).isSorted().doesNotHaveDuplicates();
    assertThat(buckets[0]).isNotNegative();
    assertThat(buckets[buckets.length - 1]).isLessThan(1 << FeatureVector.BITS);
  }

  @Test
  void readsWordsAsTheyWereWritten() {
    assertThat(terms(FeatureVector.ofWords("### Steps\n`maxHeap_2`: 4.1?")))
        .containsExactlyInAnyOrder(
            "steps",
            "maxheap_2",
            "steps maxheap_2",
            "maxhe*",
            "4",
            "maxheap_2 4",
            "1",
            "4 1",
            "?",
            "1 ?");
  }

  @Test
  void isEmptyForNoTokens() {
    assertThat(FeatureVector.of(List.of()).size()).isZero();
  }

  private static List<String> terms(FeatureVector vector) {
    return IntStream.range(0, vector.size()).mapToObj(vector::term).toList();
  }
}
