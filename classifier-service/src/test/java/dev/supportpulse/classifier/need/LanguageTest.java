package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource({
    "how do I install this project, ENGLISH",
    "如何安装此项目？, CHINESE",
    "执行 kubectl get pods -n kube-system 之后一直 CrashLoopBackOff, CHINESE",
    "the folder is called 项目 and everything else in this long report is English prose, ENGLISH",
    "12345 !!, ENGLISH",
    "'', ENGLISH"
  })
  void tellsByScriptRatio(String text, Language language) {
    assertThat(Language.of(text)).isEqualTo(language);
  }
}
