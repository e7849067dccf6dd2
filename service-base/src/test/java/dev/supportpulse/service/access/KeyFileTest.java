package dev.supportpulse.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFileTest {

  private static final String HASH = Keys.FORUM.hashHex();

  @Test
  void whatIsWrittenIsReadAgain() {
    KeyRing ring =
        KeyRing.of(
            List.of(
                Keys.of(Keys.FORUM, Role.EMITTER, Scope.of(List.of("demo", "books")), null),
                new ApiKey(
                    Keys.OTHER.id(),
                    "运维",
                    Keys.OTHER.hashHex(),
                    Role.ADMIN,
                    Scope.EVERY_PROJECT,
                    Quota.parse("10/s burst 20"),
                    Instant.parse("2027-01-31T00:00:00Z"))));

    byte[] contents = KeyFile.format(ring);

    assertThat(KeyFile.parse(contents).keys()).isEqualTo(ring.keys());
    assertThat(new String(contents, StandardCharsets.UTF_8))
        .doesNotContain(Keys.FORUM.text().substring(16))
        .contains("\"quota\" : \"10/s burst 20\"");
  }

  @Test
  void aFileWithoutKeysIsAFile() {
    assertThat(parse("{\"keys\": []}").keys()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"keys": [                              | isn't JSON
          {"keys": []} x                          | isn't JSON
          {}                                      | 'keys' is missing
          {"keys": [null]}                        | key 1: the entry is missing
          {"keys": [{"id": "x", "typo": 1}]}      | typo
          {"keys": [{"name": "forum"}]}           | key 1 (forum): id is missing
          """)
  void aBrokenFileIsToldWithTheFieldAtFault(String contents, String told) {
    assertThatThrownBy(() -> parse(contents))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id       | "0123"            | id must be 12 hexadecimal digits
          name     | " "               | name must be
          role     | "OWNER"           | role must be one of [EMITTER, VIEWER, OPERATOR, ADMIN]
          projects | []                | at least one project
          projects | ["No Such"]       | 'No Such'
          quota    | "many"            | 'many' is no quota
          expires  | "tomorrow"        | expires must be an instant
          hash     | "sp_secret"       | hash must be the SHA-256
          """)
  void aBrokenKeyIsToldWithTheFieldAtFault(String field, String value, String told) {
    String good =
        """
        {"keys": [{"id": "0123456789ab", "name": "forum", "role": "VIEWER", "projects": ["demo"],
          "quota": "1/s", "expires": "2027-01-31T00:00:00Z", "hash": "%s"}]}
        """
            .formatted(HASH);
    assertThat(parse(good).keys()).hasSize(1);

    String bad =
        good.replaceFirst("\"" + field + "\": (\\[.*?\\]|\".*?\")", "\"" + field + "\": " + value);

    assertThatThrownBy(() -> parse(bad)).hasMessageContaining("key 1 (").hasMessageContaining(told);
  }

  private static KeyRing parse(String contents) {
    return KeyFile.parse(contents.getBytes(StandardCharsets.UTF_8));
  }
}
