package dev.supportpulse.intake.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.EventCodec;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventCleanerTest {

  private final EventCleaner cleaner = Cleaners.all();

  @Test
  void texts_are_cleaned_users_renamed_and_identifiers_kept() {
    JsonNode event =
        json(
            """
            {"id": "a@b.org", "source": "/crm", "project": "demo", "subject": "mail of a@b.org",
             "data": {"text": "a@b.org", "user": "a@b.org", "caseId": "crm:a@b.org",
                      "account": "Example & Co", "labels": ["vip", "13812345678"]}}\
            """);

    JsonNode clean = cleaner.clean(event);

    assertThat(clean)
        .isEqualTo(
            json(
                """
                {"id": "a@b.org", "source": "/crm", "project": "demo", "subject": "mail of [EMAIL]",
                 "data": {"text": "[EMAIL]", "user": "%s", "caseId": "crm:a@b.org",
                          "account": "Example & Co", "labels": ["vip", "[PHONE]"]}}\
                """
                    .formatted(Cleaners.pseudonyms().of("demo", "a@b.org"))));
  }

  @Test
  void what_no_schema_knows_is_cleaned_wherever_it_is() {
    JsonNode event =
        json(
            """
            {"project": "demo", "extension": "a@b.org",
             "data": {"environment": {"host": {"ip": "10.1.2.3"}}, "new": [[{"x": "a@b.org"}]]}}\
            """);

    assertThat(cleaner.clean(event))
        .isEqualTo(
            json(
                """
                {"project": "demo", "extension": "[EMAIL]",
                 "data": {"environment": {"host": {"ip": "[IP]"}}, "new": [[{"x": "[EMAIL]"}]]}}\
                """));
  }

  @Test
  void what_was_sent_is_not_changed_for_the_digest() {
    JsonNode event = json("{\"project\": \"demo\", \"data\": {\"text\": \"a@b.org\"}}");
    JsonNode before = event.deepCopy();

    cleaner.clean(event);

    assertThat(event).isEqualTo(before);
  }

  @Test
  void an_event_without_personal_data_is_not_copied() {
    JsonNode event =
        json("{\"project\": \"demo\", \"data\": {\"text\": \"fine\", \"labels\": [\"x\"]}}");

    assertThat(cleaner.clean(event)).isSameAs(event);
  }

  @Test
  void a_project_may_keep_some_kinds() {
    EventCleaner keeping =
        new EventCleaner(
            new PrivacyRules(Map.of("lab", Set.of(Kind.IP, Kind.PHONE))), Cleaners.pseudonyms());
    String text = "a@b.org 10.1.2.3";

    assertThat(keeping.clean("lab", text)).isEqualTo("[EMAIL] 10.1.2.3");
    assertThat(keeping.clean("demo", text)).isEqualTo("[EMAIL] [IP]");
  }

  private static JsonNode json(String text) {
    try {
      return EventCodec.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
