package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextCleanerTest {

  @Test
  void keepsPlainTextAsItIs() {
    assertThat(clean("The export button does nothing.").text())
        .isEqualTo("The export button does nothing.\n");
  }

  @Test
  void dropsTheScaffoldingOfAnIssueForm() {
    String form =
        """
        ### Describe the bug
        <!-- A clear and concise description -->
        Saving fails.
        **Steps to reproduce**
        Press save.
        - [x] I searched the existing issues
        """;
    assertThat(clean(form).text().lines().map(String::strip).filter(line -> !line.isEmpty()))
        .containsExactly("Saving fails.", "Press save.");
  }

  @Test
  void keepsASingleHeadingForItMayBeTheUsersOwn() {
    assertThat(clean("# Crash on save\nEvery time.").text()).contains("Crash on save");
  }

  @Test
  void collapsesAStackTraceButKeepsWhatWasThrown() {
    String trace =
        """
        java.lang.IllegalStateException: no session
            at org.example.Session.open(Session.java:42)
            at org.example.Main.main(Main.java:7)
            ... 12 more
        """;
    CleanText clean = clean(trace);
    assertThat(clean.text()).isEqualTo("java.lang.IllegalStateException: no session\n <stack>\n");
    assertThat(clean.stackFrames()).isEqualTo(3);
  }

  @Test
  void keepsTheBeginningOfACodeBlockOnly() {
    String text = "See:\n```\n" + "line\n".repeat(50) + "```\nThanks";
    CleanText clean = clean(text);
    assertThat(clean.codeBlocks()).isEqualTo(1);
    assertThat(clean.text().lines().filter("line"::equals)).hasSize(8);
    assertThat(clean.text()).contains("<code>", "Thanks");
  }

  @Test
  void takesMarkupOffAndFullWidthFormsDown() {
    assertThat(clean("<p class=\"x\">Ｈｅｌｌｏ！</p> [docs](https://example.org/a) ![x](y.png)").text())
        .isEqualTo(" Hello!  docs  <image> \n");
  }

  @Test
  void cutsLongTextsBetweenCharacters() {
    String text = "x".repeat(TextCleaner.MAX_CHARS - 1) + "😀";
    assertThat(clean(text).text().strip()).hasSize(TextCleaner.MAX_CHARS - 1);
  }

  private static CleanText clean(String text) {
    return TextCleaner.clean(NeedText.of(null, text));
  }
}
