package dev.supportpulse.localstack.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.localstack.command.CommandRefusal;
import dev.supportpulse.localstack.redrive.RedriveOptions.Verb;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedriveOptionsTest {

  @Test
  void withoutWordsLettersAreCounted() {
    assertThat(parse("")).extracting(RedriveOptions::verb).isEqualTo(Verb.COUNT);
  }

  @Test
  void topicsAndLettersMayBeShort() {
    assertThat(parse("list rejected").operands()).containsExactly("support.rejected");
    assertThat(parse("show metrics/0/17").operands())
        .containsExactly("support.metrics.dead-letters/0/17");
    assertThat(parse("list support.classifier.dead-letters --after classifier/0/3"))
        .satisfies(
            options -> {
              assertThat(options.operands()).containsExactly("support.classifier.dead-letters");
              assertThat(options.filters())
                  .containsEntry("after", "support.classifier.dead-letters/0/3");
            });
  }

  @Test
  void nothingIsDoneUnlessSaidSo() {
    assertThat(parse("send metrics --code MALFORMED --limit 10").serious()).isFalse();
    assertThat(parse("send metrics/0/1 metrics/0/2 --yes").serious()).isTrue();
    assertThat(parse("park metrics/0/1 --yes --dry-run").serious()).isFalse();
  }

  @Test
  void anotherIntakeMayBeNamed() {
    assertThat(parse("--url https://intake.example.org").intake())
        .isEqualTo(URI.create("https://intake.example.org/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resend metrics             | is not understood",
        "list                       | list takes one topic",
        "list metrics/0/1           | list takes one topic",
        "show metrics               | show takes one letter",
        "send                       | send takes letters, or one topic",
        "send metrics classifier    | either letters or one topic",
        "send metrics/0/1 classifier| either letters or one topic",
        "list metrics --colour red  | is not understood",
        "list metrics --code        | --code needs a value",
        "--code MALFORMED           | to count takes no filter",
        "list metrics --url ftp://x | --url takes an address",
      })
  void whatMakesNoSenseIsToldWithTheRemedy(String line, String message) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageContaining(message);
  }

  private static RedriveOptions parse(String line) {
    return RedriveOptions.parse(line.isEmpty() ? List.of() : List.of(line.strip().split(" +")));
  }
}
