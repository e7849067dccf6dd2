package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.need.SecondaryNeed.Found;
import dev.supportpulse.events.NeedCategory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondaryNeedTest {

  private static final NeedClassifier CLASSIFIER = ShippedModel.classifier();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I want to install the package on Debian, which dependencies do I need? | INSTALLATION
          Where can I set the proxy in the configuration file? | CONFIGURATION
          Can I upgrade straight from version 2.8 to 4.0? | UPGRADE
          怎么安装离线包？ | INSTALLATION
          日志级别在哪个配置文件里修改 | CONFIGURATION
          升级前要备份什么，升级失败怎么回滚 | UPGRADE
          登录页想换成我们自己的模板和自定义字段 | CUSTOMISATION
          """)
  void findsPlainTagsAndSaysWhy(String text, SecondaryNeed tag) {
    List<Found> found = CLASSIFIER.classify(NeedText.of(null, text)).secondary();

    assertThat(found).extracting(Found::need).contains(tag);
    assertThat(found)
        .filteredOn(one -> one.need() == tag)
        .allSatisfy(
            one -> {
              assertThat(one.confidence()).isBetween(0.5, 1.0);
              assertThat(one.evidence()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
              assertThat(one.evidence().get(0).weight()).isPositive();
            });
  }

  @Test
  void aDefectCanBeASecurityMatter() {
    Need need =
        CLASSIFIER.classify(
            NeedText.of(null, "The export crashes and the log file contains passwords"));

    assertThat(need.category()).isEqualTo(NeedCategory.FUNCTIONAL_DEFECT);
    assertThat(tags(need)).contains("SECURITY");
  }

  @Test
  void theCategoryIsNeverItsOwnTag() {
    Need need =
        CLASSIFIER.classify(NeedText.of(null, "Stored XSS lets an attacker steal session cookies"));

    assertThat(need.category()).isEqualTo(NeedCategory.SECURITY);
    assertThat(tags(need)).doesNotContain("SECURITY");
  }

  @Test
  void aTextWithoutKnownTermsHasNone() {
    assertThat(CLASSIFIER.classify(NeedText.of(null, "ᚠᛇᚻ")).secondary()).isEmpty();
  }

  private static List<String> tags(Need need) {
    return need.secondary().stream().map(found -> found.need().name()).toList();
  }
}
