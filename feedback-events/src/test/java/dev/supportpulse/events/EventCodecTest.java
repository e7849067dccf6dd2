package dev.supportpulse.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCodecTest {

  @ParameterizedTest(name = "{0} {1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "feedback.submitted | {} | /data/sentiment",
        "feedback.submitted | {\"text\":\" \"} | /data/sentiment",
        "feedback.submitted | {\"sentiment\":\"POSITIVE\",\"text\":5} | /data/text",
        "feedback.submitted | {\"sentiment\":\"POSITIVE\",\"labels\":[\"a\",7]} | /data/labels/1",
        "survey.answered | {\"ratings\":{}} | /data/ratings",
        "survey.answered | {\"ratings\":{\"overall\":\"good\"}} | /data/ratings/overall",
        "case.opened | {\"caseId\":\" \"} | /data/caseId",
        "case.resolved | {\"caseId\":\"1\",\"effortMinutes\":[]} | /data/effortMinutes",
        "question.asked | {} | /data/text",
        "error.reported | {\"stackTrace\":\"at Main\"} | /data/message",
        "usage.recorded | {\"action\":\"support\"} | /data/quantity",
        "cost.recorded | {\"amount\":\"1\",\"currency\":\"USD\"} | /data/kind",
        "cost.recorded | {\"kind\":\"FIXED\",\"amount\":\"ten\",\"currency\":\"USD\"} | /data/amount",
        "income.recorded | {\"amount\":\"1\",\"currency\":\"ZZZ\"} | /data/currency",
        "solution.outcome | {\"solutionId\":\"kb-7\"} | /data/helped",
        "event.voided | {\"source\":\"/forum\"} | /data/id",
        "need.classified | {\"target\":{\"source\":\"/forum\"}} | /data/target/id",
        "event.rejected | {\"outcome\":\"REJECTED\"} | /data/code",
        "question.asked | [] | /data",
        "question.asked | null | /data",
        "question.asked | {\"text\" | /data",
      })
  void bad_data_names_its_field(String type, String json, String field) {
    EventType eventType = EventType.fromWireName(EventType.PREFIX + type).orElseThrow();

    assertThat(fault(() -> EventCodec.decodeData(eventType, utf8(json)))).isEqualTo(field);
  }

  @ParameterizedTest(name = "{0}={1} → {2}")
  @CsvSource({
    "type, dev.supportpulse.weather.changed, /type",
    "project, '', /project",
    "project, Demo, /project",
    "project, a23456789.123456789_123456789-123456789.123456789.123456789.1234, /project",
    "id, ' ', /id",
    "receivedat, yesterday, /receivedat",
    "digest, 0F, /digest",
  })
  void bad_attributes_name_themselves(String attribute, String value, String field) {
    CloudEvent event = feedbackWith(attribute, value);

    assertThat(fault(event)).isEqualTo(field);
  }

  @Test
  void an_event_without_project_time_or_data_names_what_is_missing() {
    CloudEventBuilder bare =
        CloudEventBuilder.v1()
            .withId("1")
            .withSource(EventCodec.source("/forum"))
            .withType(EventType.CASE_OPENED.wireName());

    assertThat(fault(bare.build())).isEqualTo("/time");
    bare.withContextAttribute("time", "2026-01-31T09:30:00Z");
    assertThat(fault(bare.build())).isEqualTo("/project");
    bare.withContextAttribute("project", "demo");
    assertThat(fault(bare.build())).isEqualTo("/data");
  }

  @Test
  void an_unknown_value_of_an_optional_enum_is_left_out() {
    EventData data =
        EventCodec.decodeData(
            EventType.FEEDBACK_SUBMITTED,
            utf8(
                "{\"sentiment\":\"POSITIVE\",\"channel\":\"HOLOGRAM\",\"mood\":[1,{\"a\":null}]}"));

    assertThat(((FeedbackSubmitted) data).channel()).isNull();
  }

  @Test
  void amounts_keep_their_digits_and_are_never_written_with_an_exponent() {
    IncomeRecorded tiny =
        new IncomeRecorded(new BigDecimal("0.00000010"), "USD", null, null, null, null, null);
    UsageRecorded big =
        new UsageRecorded("support", new BigDecimal("1E+3"), null, null, null, null);

    assertThat(data(tiny)).contains("\"amount\":\"0.00000010\"");
    assertThat(data(big)).contains("\"quantity\":1000");
  }

  @Test
  void times_are_read_with_any_offset() {
    CloudEvent event = feedbackWith("time", "2026-01-31T17:30:00.5+08:00");

    assertThat(EventCodec.decode(event).occurredAt())
        .isEqualTo(Instant.parse("2026-01-31T09:30:00.5Z"));
  }

  static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String fault(CloudEvent event) {
    return fault(() -> EventCodec.decode(event));
  }

  private static String fault(ThrowingCallable action) {
    return catchThrowableOfType(Malformed.class, action).field();
  }

  private static CloudEvent feedbackWith(String attribute, String value) {
    CloudEventBuilder builder =
        CloudEventBuilder.from(GoldenEvents.minimal(EventType.FEEDBACK_SUBMITTED).cloudEvent());
    builder.withContextAttribute(attribute, value);
    return builder.build();
  }

  private static String data(EventData data) {
    SupportEvent event =
        new SupportEvent(
            "demo", "/billing", "1", Instant.parse("2026-01-31T09:30:00Z"), null, null, null, data);
    CloudEventData written = Objects.requireNonNull(EventCodec.encode(event).getData());
    return new String(written.toBytes(), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
