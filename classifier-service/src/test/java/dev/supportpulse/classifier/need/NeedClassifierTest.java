package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.Decision;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Alternative;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeedClassifierTest {

  private static final NeedClassifier CLASSIFIER = ShippedModel.classifier();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The app crashes with a NullPointerException when I press save | FUNCTIONAL_DEFECT
          Queries became very slow, CPU at 100% and latency of 3s since the update | PERFORMANCE
          How do I configure the connection pool size? | USAGE_QUESTION
          Stored XSS in the comment field lets an attacker steal session cookies | SECURITY
          Please add support for dark mode | FEATURE_REQUEST
          点击保存按钮后程序报错退出，数据丢失 | FUNCTIONAL_DEFECT
          查询很慢，CPU 占用 100%，内存一直涨 | PERFORMANCE
          请问如何配置连接池大小？ | USAGE_QUESTION
          建议增加导出 Excel 的功能 | FEATURE_REQUEST
          """)
  void readsPlainCases(String text, NeedCategory category) {
    assertThat(CLASSIFIER.classify(NeedText.of(null, text)).category()).isEqualTo(category);
  }

  @Test
  void explainsItselfByTermsOfTheText() {
    Need need = CLASSIFIER.classify(NeedText.of(null, "Please add support for dark mode"));

    assertThat(need.evidence()).isNotEmpty().hasSizeLessThanOrEqualTo(6);
    assertThat(need.evidence().get(0).weight()).isPositive();
    assertThat(need.evidence())
        .allSatisfy(
            evidence ->
                assertThat("please add support for dark mode")
                    .contains(evidence.term().replace("*", "")));
  }

  @Test
  void ordersAlternativesAndNeverNamesTheChosenOne() {
    Need need =
        CLASSIFIER.classify(NeedText.of(null, "Saving is broken and slow, could you add a cache?"));

    assertThat(need.alternatives())
        .extracting(Alternative::category)
        .doesNotContain(need.category());
    assertThat(need.alternatives())
        .isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
  }

  @Test
  void saysOtherForReviewWhenItKnowsNoTerm() {
    for (String text : new String[] {"", " \n", "ᚠᛇᚻ", "😀😀"}) {
      Need need = CLASSIFIER.classify(NeedText.of(null, text));
      assertThat(need.category()).isEqualTo(NeedCategory.OTHER);
      assertThat(need.decision()).isEqualTo(Decision.REVIEW);
      assertThat(need.evidence()).isEmpty();
    }
  }

  @Test
  void countsSignsOfComplexity() {
    assertThat(complexity("How do I change the port?")).isEqualTo(Complexity.LOW);
    assertThat(complexity("Crash:\n```\nboom()\n```\n  at a.b(C.java:1)\n" + "word ".repeat(80)))
        .isEqualTo(Complexity.HIGH);
  }

  /** A text made to take long takes no longer than others of its length. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a ", "[", "![", "](", "```\n", "  at x(", "# h\n", "a.", "0x", "<!--", "**a", "a@"
      })
  void takesNoLongerForHostileTexts(String part) {
    String hostile = part.repeat(1 + 100_000 / part.length());
    assertTimeout(Duration.ofSeconds(5), () -> CLASSIFIER.classify(NeedText.of(hostile, hostile)));
  }

  private static Complexity complexity(String text) {
    return CLASSIFIER.classify(NeedText.of(null, text)).complexity();
  }
}
