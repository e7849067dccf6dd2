package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

  @Test
  void lowersWordsAndKeepsQuestions() {
    assertThat(tokens("How do I Install it? It doesn’t!"))
        .containsExactly("how", "do", "i", "install", "it", "?", "it", "doesn't", "!");
  }

  @Test
  void splitsIdentifiersIntoTheirWords() {
    assertThat(tokens("java.lang.OutOfMemoryError max_pool_size HTTPServer utf8"))
        .containsExactly(
            "java", "lang", "out", "of", "memory", "error", "max", "pool", "size", "http", "server",
            "utf8");
  }

  @Test
  void typesWhatMattersByItsKind() {
    assertThat(tokens("v2.1 1.4.0-rc1 https://a.example/x?y=1 me@example.org CVE-2021-44228"))
        .containsExactly("<version>", "<version>", "<url>", "<email>", "<cve>");
    assertThat(tokens("took 300ms, 2GB at 95% for 10000 rows, 3x slower, 0xdeadbeef, 9f8e7d6c5b"))
        .containsExactly(
            "took",
            "<time>",
            "<size>",
            "at",
            "<percent>",
            "for",
            "<number>",
            "rows",
            "<times>",
            "slower",
            "<hex>",
            "<hex>");
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.org/path, <url>",
    "ftp://host/file?a=b, <url>",
    "jdbc:postgresql://db:5432/app, <url>",
    "v10, <version>",
    "3.11, <number>",
    "2.0.0-SNAPSHOT, <version>",
    "1.2b3, <version>",
    "0.5s, <time>",
    "64GiB, <size>",
    "100%, <percent>",
    "deadbee1, <hex>",
    "cve-2024-3094, <cve>"
  })
  void typesUrlsVersionsAndMeasures(String chunk, String type) {
    assertThat(tokens(chunk)).containsExactly(type);
  }

  @Test
  void endsAUrlWhereChineseBegins() {
    assertThat(tokens("见https://a.example/x页面")).containsExactly("见", "<url>", "页", "面");
  }

  @Test
  void keepsTheTypedTokensOfTheCleaner() {
    assertThat(tokens("a <stack> b <email> 1 < 2")).contains("<stack>", "<email>");
  }

  @Test
  void takesChineseCharacterByCharacterAmidWords() {
    assertThat(tokens("升级到v3.0后Redis连接报错"))
        .containsExactly("升", "级", "到", "<version>", "后", "redis", "连", "接", "报", "错");
  }

  @Test
  void callsLongRunsData() {
    assertThat(tokens("Zm9v".repeat(30).replaceAll("\\d", "x").toLowerCase(Locale.ROOT)))
        .containsExactly("<data>");
  }

  private static List<String> tokens(String text) {
    return Tokenizer.tokens(new CleanText(text, 0, 0));
  }
}
