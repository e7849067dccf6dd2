package dev.supportpulse.intake.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportpulse.intake.json.StrictJson.Item;
import dev.supportpulse.intake.submission.Fault;
import dev.supportpulse.intake.submission.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  private final StrictJson json = new StrictJson(new JsonLimits(100, 3, 4));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[1,2.50,-3e2,true,false,null,\"é€😀\"]}",
        "[]",
        "\"text\"",
        " 7 ",
        "{\"a\":{\"b\":{\"c\":{}}}}",
        "{\"pair\":\"\\ud83d\\ude00\"}",
      })
  void good_json_is_read(String text) throws NotJson {
    assertThat(read(text).fault()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1",
        "0.30000000000000004",
        "5.6843418860808015E-14",
        "2.7565457249343032E25",
        "18014398509481984",
        "9007199254740991",
        "9007199254740992",
        "123456789012345680000",
        "1e308",
        "1.7976931348623157e308",
        "5e-324",
        "-0",
        "1.10"
      })
  void a_number_that_a_double_holds_keeps_its_digits(String number) throws NotJson {
    Item item = read(number);

    assertThat(item.fault()).isNull();
    assertThat(item.node().decimalValue()).isEqualByComparingTo(number);
  }

  @Test
  void trailing_zeros_survive() throws NotJson {
    assertThat(read("{\"a\":1.10}").node()).hasToString("{\"a\":1.10}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9007199254740993",
        "18014398509481983",
        "3e-324",
        "12345678901234567890",
        "0.1234567890123456789",
        "1e309",
        "0e999",
        "1e9999999999999999999",
        "1e-9999999999999999999",
        "1e2147483647",
        "1e-2147483647",
        "-1e400",
        "1e-400",
        "3.141592653589793238462643383279",
      })
  void a_number_that_a_double_cannot_hold_is_named(String number) throws NotJson {
    Item item = read("{\"data\":{\"n\":[0,%s]}}".formatted(number));

    assertThat(item.fault())
        .isEqualTo(
            new Fault(
                Reason.INEXACT_NUMBER,
                "/data/n/1",
                "is larger or more precise than a double can hold: send it as a string"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,\"b\":{\"c\":1,\"c\":2}} | DUPLICATE_KEY | /b/c",
        "{\"a\":{\"b\":{\"c\":{\"d\":[]}}}} | TOO_COMPLEX | /a/b/c/d",
        "[[[[[1]]]]] | TOO_COMPLEX | /0/0/0/0",
        "{\"a\":\"x\\u0000\"} | INVALID_TEXT | /a",
        "{\"\\udc00a\":{\"b\":1}} | INVALID_TEXT | /\uFFFDa",
        "{\"a\":[\"\\ud800\"]} | INVALID_TEXT | /a/0",
        "{\"a\":\"\\udc00\\ud800\"} | INVALID_TEXT | /a",
      })
  void what_readers_may_disagree_about_is_named(String text, Reason reason, String field)
      throws NotJson {
    Fault fault = Objects.requireNonNull(read(text).fault());

    assertThat(fault.reason()).isEqualTo(reason);
    assertThat(fault.field()).isEqualTo(field);
  }

  @Test
  void the_first_fault_is_told_and_the_rest_is_read() throws NotJson {
    Item item = read("{\"id\":\"1\",\"x\":\"\\u0000\",\"x\":1,\"project\":\"demo\"}");

    assertThat(Objects.requireNonNull(item.fault()).reason()).isEqualTo(Reason.INVALID_TEXT);
    assertThat(item.node().path("project").asText()).isEqualTo("demo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":}",
        "{\"a\":1}}",
        "{\"a\":1} {}",
        "[1,]",
        "nul",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":\"\n\"}",
        "// comment\n{}",
      })
  void what_is_not_json_is_refused_whole(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(NotJson.class);
  }

  @Test
  void refusals_do_not_quote_what_was_sent() {
    NotJson refusal = catchThrowableOfType(NotJson.class, () -> read("{\"a\": secret-token}"));

    assertThat(refusal.fault().message()).matches("is not JSON at line 1, column \\d+");
  }

  @Test
  void anything_but_utf_8_is_refused_whole() {
    byte[] overlong = {'"', (byte) 0xC1, (byte) 0x81, '"'};

    assertThatThrownBy(() -> json.read(overlong)).hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> json.read("\"é\"".getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> json.read("{}".getBytes(StandardCharsets.UTF_16LE)))
        .isInstanceOf(NotJson.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {501, 100_000, 5_000_000})
  void endless_nesting_is_refused_at_once(int depth) {
    NotJson refusal = catchThrowableOfType(NotJson.class, () -> read("[".repeat(depth)));

    assertThat(refusal.fault().reason()).isEqualTo(Reason.TOO_COMPLEX);
  }

  @Test
  void a_fault_spoils_only_its_own_item() throws NotJson {
    List<Item> items = readArray("[{\"a\":1}, {\"a\":{\"b\":1,\"b\":2}}, {\"a\":[[[[[[]]]]]]}]");

    assertThat(items).extracting(item -> item.fault() == null).containsExactly(true, false, false);
    assertThat(Objects.requireNonNull(items.get(1).fault()).field()).isEqualTo("/a/b");
    assertThat(Objects.requireNonNull(items.get(2).fault()).field()).isEqualTo("/a/0/0/0");
  }

  @Test
  void an_item_may_have_as_many_bytes_as_the_limit_says() throws NotJson {
    String fits = "\"" + "é".repeat(49) + "\"";
    String tooLarge = "\"" + "é".repeat(49) + "a\"";

    List<Item> items = readArray("[%s, %s]".formatted(fits, tooLarge));

    assertThat(items.get(0).fault()).isNull();
    assertThat(Objects.requireNonNull(items.get(1).fault()).reason())
        .isEqualTo(Reason.EVENT_TOO_LARGE);
  }

  @Test
  void no_more_than_one_item_beyond_the_limit_is_read() throws NotJson {
    assertThat(readArray("[1,2,3,4,5,6,")).hasSize(4);
    assertThat(readArray("[1,2,3]")).hasSize(3);
    assertThat(readArray("[]")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[1", "[1]]", "[1] 2", "7", ""})
  void a_batch_is_one_array(String text) {
    assertThatThrownBy(() -> readArray(text)).isInstanceOf(NotJson.class);
  }

  @Test
  void an_array_is_known_by_its_first_character() {
    assertThat(StrictJson.looksLikeArray(utf8(" \r\n\t[1]"))).isTrue();
    assertThat(StrictJson.looksLikeArray(utf8("{\"a\":[]}"))).isFalse();
    assertThat(StrictJson.looksLikeArray(utf8(""))).isFalse();
  }

  private Item read(String text) throws NotJson {
    return json.read(utf8(text));
  }

  private List<Item> readArray(String text) throws NotJson {
    return json.readArray(utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
