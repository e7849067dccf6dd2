package dev.supportpulse.classifier.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.need.NeedText;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermsTest {

  @Test
  void englishTermsAreWordsAndPairsBetweenSmallOnes() {
    assertThat(terms("How do I configure the connection pool size?"))
        .containsExactly("configure", "connection", "connection pool", "pool", "pool size", "size");
  }

  @Test
  void chineseTermsAreShortRuns() {
    assertThat(terms("请问怎么备份数据库？"))
        .containsExactly("备份", "备份数", "备份数据", "份数", "份数据", "份数据库", "数据", "数据库", "据库");
  }

  @Test
  void scriptsDoNotRunTogether() {
    assertThat(terms("安装 docker 失败")).containsExactly("安装", "docker", "失败");
  }

  @Test
  void valuesAreNoTerms() {
    assertThat(terms("mail ann@example.org or 10.0.0.7, order 4711, https://example.org/x"))
        .containsExactly("mail", "order");
  }

  @Test
  void aTextHasOnlySoManyTerms() {
    StringBuilder text = new StringBuilder();
    for (char a = 'a'; a <= 'z'; a++) {
      for (char b = 'a'; b <= 'z'; b++) {
        text.append('x').append(a).append(b).append("q ");
      }
    }

    assertThat(terms(text.toString())).hasSize(Terms.MOST);
  }

  private static Set<String> terms(String text) {
    return Terms.of(NeedText.of(null, text));
  }
}
