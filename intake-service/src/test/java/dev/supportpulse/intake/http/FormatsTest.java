package dev.supportpulse.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.EventCodec;
import dev.supportpulse.intake.json.JsonLimits;
import dev.supportpulse.intake.json.NotJson;
import dev.supportpulse.intake.json.StrictJson;
import dev.supportpulse.intake.submission.Fault;
import dev.supportpulse.intake.submission.Reason;
import dev.supportpulse.intake.submission.Receipt;
import dev.supportpulse.intake.submission.Submission;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  private static final Receipt RECEIPT = new Receipt("r", Instant.parse("2026-02-01T00:00:00Z"));

  private final Formats formats = new Formats(new StrictJson(new JsonLimits(1000, 10, 10)));

  @Test
  void headers_of_binary_mode_become_attributes() throws IOException {
    Submission submission =
        binary(
            "{\"text\":\"a+b\"}",
            "Ce-Id",
            "1+1",
            "ce-subject",
            "%E5%B8%96%E5%AD%90%20%25",
            "Accept",
            "*/*");

    assertThat(submission.unreadable()).isNull();
    assertThat(submission.event())
        .isEqualTo(
            EventCodec.mapper()
                .readTree(
                    """
                    {"id":"1+1","subject":"帖子 %","datacontenttype":"application/json","data":{"text":"a+b"}}
                    """));
  }

  @ParameterizedTest
  @CsvSource({
    "100%, hexadecimal",
    "%4, hexadecimal",
    "%zz, hexadecimal",
    "%C3%28, UTF-8",
    "%C3, UTF-8",
    "%ED%A0%80, UTF-8",
    "\u00C3, UTF-8",
    "a%00b, NUL",
  })
  void a_header_that_is_no_text_is_named(String value, String remedy) {
    Fault fault = Objects.requireNonNull(binary("{}", "ce-subject", value).unreadable());

    assertThat(fault.field()).isEqualTo("/subject");
    assertThat(fault.reason()).isEqualTo(Reason.INVALID_TEXT);
    assertThat(fault.message()).contains(remedy);
  }

  @Test
  void utf_8_in_a_header_is_read_though_it_should_be_percent_encoded() {
    String asServersReadIt = new String(utf8("帖子+"), StandardCharsets.ISO_8859_1);

    assertThat(binary("{}", "ce-subject", asServersReadIt).event().path("subject").asText())
        .isEqualTo("帖子+");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/x-www-form-urlencoded | type=positive&text=%C3 | INVALID_TEXT | /text",
        "application/x-www-form-urlencoded | type=positive&type=negative | DUPLICATE_KEY | /type",
        "application/x-www-form-urlencoded | type=%zz | INVALID_FIELD | ''",
        "multipart/form-data | type=positive | INVALID_FIELD | ''",
        "multipart/form-data; boundary= | type=positive | INVALID_FIELD | ''",
        "application/x-www-form-urlencoded | text=a%00 | INVALID_TEXT | /text",
      })
  void a_form_that_is_none_says_why(String type, String body, Reason reason, String field) {
    Fault fault = Objects.requireNonNull(formats.form(type, utf8(body)).unreadable());

    assertThat(fault.reason()).isEqualTo(reason);
    assertThat(fault.field()).isEqualTo(field);
  }

  @Test
  void a_file_of_a_form_is_the_text_that_it_holds() {
    String body =
        """
        --b
        Content-Disposition: form-data; name="text"; filename="a.txt"
        Content-Type: text/plain

        导入
        --b--
        """
            .replace("\n", "\r\n");

    assertThat(formats.form("multipart/form-data; boundary=b", utf8(body)).event())
        .hasToString("{\"text\":\"导入\"}");
    assertThat(
            formats
                .form(
                    "multipart/form-data; boundary=b",
                    utf8(body.substring(0, body.lastIndexOf("--b--"))))
                .unreadable())
        .as("cut before its end")
        .isNotNull();
  }

  @Test
  void faults_in_the_data_are_named_within_the_event() {
    Fault fault = Objects.requireNonNull(binary("{\"a\":1,\"a\":2}").unreadable());
    Fault syntax = Objects.requireNonNull(binary("{").unreadable());

    assertThat(fault.field()).isEqualTo("/data/a");
    assertThat(fault.reason()).isEqualTo(Reason.DUPLICATE_KEY);
    assertThat(syntax.field()).isEqualTo("/data");
    assertThat(syntax.reason()).isEqualTo(Reason.NOT_JSON);
  }

  @Test
  void no_body_is_no_data() {
    assertThat(binary("").event().has("data")).isFalse();
  }

  @Test
  void plain_json_gets_what_it_leaves_out_and_keeps_what_it_has() throws NotJson {
    List<Submission> submissions =
        formats.plainBatch(
            utf8("[{\"type\":\"t\"},{\"id\":\"7\",\"time\":\"T\"},5]"),
            new IdempotencyKey(null),
            RECEIPT);

    assertThat(submissions)
        .extracting(submission -> submission.event().toString())
        .containsExactly(
            """
            {"specversion":"1.0","id":"r-0","time":"2026-02-01T00:00:00Z","type":"t"}\
            """,
            """
            {"specversion":"1.0","id":"7","time":"T"}\
            """,
            "5");
    assertThat(submissions.get(0).sent()).hasToString("{\"type\":\"t\"}");
  }

  private Submission binary(String body, String... namesAndValues) {
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.putSingle(namesAndValues[i], namesAndValues[i + 1]);
    }
    return formats.binary(headers, "application/json", utf8(body));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
