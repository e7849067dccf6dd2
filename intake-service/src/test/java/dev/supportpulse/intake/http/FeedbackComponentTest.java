package dev.supportpulse.intake.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.supportpulse.events.Channel;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.intake.kafka.LogReader;
import dev.supportpulse.intake.kafka.LogReader.Entry;
import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class FeedbackComponentTest {

  @SuppressWarnings("NullAway.Init") // injected by the test resource
  KafkaBroker broker;

  private String project = "";

  @BeforeEach
  void aProjectOfItsOwn() {
    project = "p" + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void the_form_of_the_source_document_is_taken_as_curl_sends_it() {
    int before = new LogReader(broker).events("default").size();

    given()
        .multiPart("type", "positive")
        .post("/feedback")
        .then()
        .statusCode(202)
        .body("project", equalTo("default"))
        .body("status", equalTo("ACCEPTED"))
        .body("identity", matchesPattern("[0-9a-f]{32}"))
        .body("links.feedback", equalTo("http://127.0.0.1:8083/feedback"))
        .body(
            "links.summary",
            equalTo("http://127.0.0.1:8083/v1/projects/default/summary?window=PT24H"));

    assertThat(new LogReader(broker).events("default")).hasSize(before + 1);
  }

  @ParameterizedTest
  @CsvSource({"positive, POSITIVE", "negative, NEGATIVE", "neutral, NEUTRAL", "Positive, POSITIVE"})
  void the_urlencoded_form_carries_every_sentiment(String type, Sentiment sentiment) {
    given()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("type", type)
        .formParam("project", project)
        .post("/feedback")
        .then()
        .statusCode(202);

    assertThat(feedback().sentiment()).isEqualTo(sentiment);
  }

  @Test
  void every_field_of_the_form_is_passed_on() {
    given()
        .multiPart("type", "negative")
        .multiPart("text", "导入总是卡住".repeat(2000), "text/plain; charset=UTF-8")
        .multiPart("title", "Import")
        .multiPart("project", project)
        .multiPart("channel", "FORUM")
        .multiPart("tier", "PREMIUM")
        .multiPart("mode", "PAID")
        .multiPart("caseId", "forum:42")
        .multiPart("user", "u-17")
        .multiPart("language", "zh-CN")
        .multiPart("account", "acme")
        .post("/feedback")
        .then()
        .statusCode(202)
        .body("links.summary", containsString("/projects/" + project + "/"));

    FeedbackSubmitted feedback = feedback();
    assertThat(feedback.text()).isEqualTo("导入总是卡住".repeat(2000));
    assertThat(feedback.channel()).isEqualTo(Channel.FORUM);
    assertThat(feedback)
        .extracting("title", "tier", "caseId", "language", "account")
        .containsExactly("Import", "PREMIUM", "forum:42", "zh-CN", "acme");
    assertThat(feedback.user()).startsWith("u_t2_");
  }

  @Test
  void json_has_the_same_names() {
    given()
        .contentType("application/json")
        .body(
            """
            {"type":"neutral","project":"%s","labels":["import"],"ratings":{"overall":3}}
            """
                .formatted(project))
        .post("/feedback")
        .then()
        .statusCode(202)
        .body("source", equalTo("/feedback"));

    assertThat(feedback().labels()).containsExactly("import");
    assertThat(feedback().ratings()).containsEntry("overall", 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"great", " ", "1"})
  void a_bad_type_names_the_field(String type) {
    given()
        .multiPart("type", type)
        .multiPart("project", project)
        .post("/feedback")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("INVALID_FIELD"))
        .body("field", equalTo("type"))
        .body("detail", equalTo("type must be positive, neutral or negative"));

    assertThat(new LogReader(broker).events(project)).isEmpty();
    assertThat(new LogReader(broker).rejected(project)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | type",
        "{\"type\":7} | type",
        "{\"type\":null} | type",
        "{\"type\":\"positive\",\"project\":\"No Such\"} | project",
        "{\"type\":\"positive\",\"channel\":\"TELEPATHY\"} | channel",
        "{\"type\":\"positive\",\"ratings\":{\"overall\":6}} | ratings/overall",
        "[] | ``",
        "positive | ``",
      })
  void bad_json_names_the_field(String body, String field) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/feedback")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field));
  }

  @Test
  void the_form_may_hold_a_text_alone() {
    given()
        .formParam("text", "How do I install it?")
        .formParam("type", "")
        .formParam("project", project)
        .post("/feedback")
        .then()
        .statusCode(202);

    assertThat(feedback().sentiment()).isNull();
  }

  private FeedbackSubmitted feedback() {
    List<Entry> entries = new LogReader(broker).events(project);
    assertThat(entries).hasSize(1);
    SupportEvent event = EventCodec.decode(entries.get(0).event());
    return (FeedbackSubmitted) event.data();
  }
}
