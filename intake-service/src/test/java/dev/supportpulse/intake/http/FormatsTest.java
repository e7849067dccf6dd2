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

  @Test
  void a_header_that_is_not_percent_encoded_is_named() {
    Submission submission = binary("{}", "ce-subject", "100%");

    assertThat(Objects.requireNonNull(submission.unreadable()).field()).isEqualTo("/subject");
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
        formats.plainBatch(utf8("[{\"type\":\"t\"},{\"id\":\"7\",\"time\":\"T\"},5]"), RECEIPT);

    assertThat(submissions)
        .extracting(submission -> submission.event().toString())
        .containsExactly(
            """
            {"specversion":"1.0","id":"r-0","time":"2026-02-01T00:00:00Z","type":"t"}""",
            """
            {"specversion":"1.0","id":"7","time":"T"}""",
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
