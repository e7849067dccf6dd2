package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    at org.example.Session.open(Session.java:42)",
        "    at Object.<anonymous> (/srv/app/index.js:10:5)",
        "   at Shop.Cart.Add(Item item) in C:\\src\\Cart.cs:line 31",
        "  File \"/usr/lib/python3/site.py\", line 73, in main",
        "  12: 0x55d0c1a2b3c4 - core::panicking::panic",
        "main.handler(0xc000010000, 0x2a)",
        "\t/srv/app/main.go:27 +0x1d",
        "#3  0x00007f1e in raise () from /lib/libc.so.6",
        "\t... 23 more"
      })
  void knowsTheFramesOfEachLanguage(String frame) {
    CleanText clean = clean("It failed:\n" + frame + "\nHelp");

    assertThat(clean.text()).isEqualTo("It failed:\n <stack>\nHelp\n");
    assertThat(clean.stackFrames()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"We meet at the office.", "look at it: broken", "File a report, line by line"})
  void takesNoSentenceForAFrame(String sentence) {
    assertThat(clean(sentence).stackFrames()).isZero();
  }

  @Test
  void dropsHtmlButKeepsWhatStandsInIt() {
    assertThat(clean("<details><summary>Log</summary>out of memory</details><br/>1 < 2 > 0").text())
        .isEqualTo("  Log out of memory  1 < 2 > 0\n");
  }

  @Test
  void dropsACommentThatNeverEnds() {
    assertThat(clean("Crash <!-- please fill in\nthe form").text()).isEqualTo("Crash  \n");
  }

  @Test
  void keepsTypedTokensOfARedactingUpstream() {
    assertThat(clean("Mail <email> bounces").text()).isEqualTo("Mail <email> bounces\n");
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
