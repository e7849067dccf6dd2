package dev.supportpulse.intake.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacFingerprintTest {

  private static final byte[] KEY =
      HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

  private final HmacFingerprint fingerprint = new HmacFingerprint(KEY);

  /** Expected values here were computed with Python's hmac, hashlib and json. */
  @Test
  void the_digest_is_what_the_definition_says() throws NotJson {
    assertThat(
            digest(
                """
                {"specversion":"1.0","id":"feedback-1","source":"/forum","type":"dev.supportpulse.feedback.submitted",
                 "project":"demo","time":"2026-01-31T09:30:00Z","subject":"thread/42",
                 "data":{"sentiment":"NEGATIVE","text":"导入总是卡住。\\n","labels":["b","a"]}}
                """))
        .isEqualTo("9c70591473b05ef88865c60448f08e2f3bf54bfa17d8149b0aefe75c46be9be3");
  }

  @Test
  void what_the_client_left_out_is_left_out() throws NotJson {
    assertThat(
            digest(
                """
                {"source":"/erp","type":"dev.supportpulse.usage.recorded","project":"demo",
                 "data":{"action":"labour","quantity":1.25,"unit":"h"}}
                """))
        .isEqualTo("341c9f25d13cd22cd50873e1c3cbb9a1bdde3e07d67c654efbe3c6fc0e3394e8");
  }

  @Test
  void numbers_and_names_are_canonical() throws NotJson {
    assertThat(
            digest(
                """
                {"data":{"€":true,"d":1000000000000000000000,"c":0.0000001,"b":1E-6,"a":1.0e3,"é":null},"source":"/x"}
                """))
        .isEqualTo("8797ed15256994a08f0c4c6b5b58ebd629c709d1206d58515fcc8562e0300b32");
  }

  @Test
  void order_space_escapes_and_tracing_do_not_matter() throws NotJson {
    String one =
        """
        {"id":"1","source":"/forum","data":{"text":"é\\n","sentiment":"POSITIVE"},"traceparent":"00-1"}""";
    String other =
        """
        { "data" : { "sentiment" : "POSITIVE", "text" : "\\u00e9\\u000a" },
          "source" : "/forum", "id" : "1", "specversion": "1.0", "dataschema": "urn:x", "datacontenttype": "application/json" }""";

    assertThat(digest(one)).isEqualTo(digest(other));
  }

  @Test
  void every_member_matters() throws NotJson {
    String event =
        """
        {"id":"1","source":"/s","type":"t","project":"p","time":"T","subject":"u","data":{"a":[1,2]}}""";
    for (String changed :
        new String[] {"\"1\"", "/s", "\"t\"", "\"p\"", "\"T\"", "\"u\"", "[1,2]"}) {
      String other = event.replace(changed, changed.replaceAll("[a-zA-Z12]", "9"));

      assertThat(digest(other)).as(changed).isNotEqualTo(digest(event));
    }
  }

  @Test
  void another_key_gives_another_digest() throws NotJson {
    JsonNode event = read("{\"id\":\"1\"}");

    assertThat(new HmacFingerprint(new byte[32]).of(event)).isNotEqualTo(fingerprint.of(event));
  }

  @Test
  void a_short_key_is_refused() {
    assertThatThrownBy(() -> new HmacFingerprint(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String digest(String json) throws NotJson {
    return fingerprint.of(read(json)).hex();
  }

  private static JsonNode read(String json) throws NotJson {
    return new StrictJson(new JsonLimits(1 << 20, 10, 10))
        .read(json.getBytes(StandardCharsets.UTF_8))
        .node();
  }
}
