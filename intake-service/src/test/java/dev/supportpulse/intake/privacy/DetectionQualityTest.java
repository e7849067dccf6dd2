package dev.supportpulse.intake.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.intake.privacy.MarkedTexts.MarkedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Precision and recall on texts with marked personal data; docs/privacy.md says the same. */
class DetectionQualityTest {

  private static final Path PAGE = Path.of("..", "docs", "privacy.md");

  private static final List<MarkedText> DEVELOPMENT =
      MarkedTexts.read("/privacy/development.jsonl");
  private static final List<MarkedText> HELD_OUT = MarkedTexts.read("/privacy/held-out.jsonl");

  @Test
  void there_are_enough_texts() {
    assertThat(DEVELOPMENT.size() + HELD_OUT.size()).isGreaterThanOrEqualTo(400);
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_is_found_well_in_the_texts_that_it_was_made_with(Kind kind) {
    Quality quality = Quality.of(kind, DEVELOPMENT);

    assertThat(quality.precision()).isGreaterThanOrEqualTo(0.95);
    assertThat(quality.recall()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void personal_data_is_found_in_texts_that_were_kept_apart() {
    Quality quality = total(HELD_OUT);

    assertThat(quality.precision()).isGreaterThanOrEqualTo(0.9);
    assertThat(quality.recall()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void the_docs_say_what_is_measured() throws IOException {
    String table = table();
    System.out.println(table);

    assertThat(Files.readString(PAGE)).contains(table);
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder(
            """
            | kind | marked | precision | recall | marked, held out | precision | recall |
            | --- | --- | --- | --- | --- | --- | --- |
            """);
    for (Kind kind : Kind.values()) {
      table.append(row(kind.name(), Quality.of(kind, DEVELOPMENT), Quality.of(kind, HELD_OUT)));
    }
    return table.append(row("total", total(DEVELOPMENT), total(HELD_OUT))).toString();
  }

  private static String row(String name, Quality development, Quality heldOut) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f | %.3f | %d | %.3f | %.3f |%n",
        name,
        development.marked(),
        development.precision(),
        development.recall(),
        heldOut.marked(),
        heldOut.precision(),
        heldOut.recall());
  }

  private static Quality total(List<MarkedText> texts) {
    return List.of(Kind.values()).stream()
        .map(kind -> Quality.of(kind, texts))
        .reduce(Quality.NONE, Quality::plus);
  }
}
