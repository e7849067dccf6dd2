package dev.supportpulse.intake.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.SurveyAnswered;
import dev.supportpulse.intake.kafka.LogReader;
import dev.supportpulse.intake.kafka.LogReader.Entry;
import dev.supportpulse.intake.webhook.connector.Deliveries;
import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hooks are those of the tests' application settings. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class WebhooksComponentTest {

  private static final String OLD_SECRET = "old-secret";
  private static final String NEW_SECRET = "new-secret";

  @SuppressWarnings("NullAway.Init") // injected by the test resource
  KafkaBroker broker;

  @Test
  void a_signed_delivery_is_in_the_log_when_it_is_acknowledged_and_counts_once() {
    byte[] body = Deliveries.body("github/issues.opened");

    String identity =
        github("issues", body, NEW_SECRET)
            .statusCode(202)
            .body("results", hasSize(1))
            .body("results[0].status", equalTo("ACCEPTED"))
            .body("results[0].id", equalTo("issue/2600000012/opened"))
            .extract()
            .path("results[0].identity");
    github("issues", body, OLD_SECRET)
        .statusCode(202)
        .body("results[0].identity", equalTo(identity));

    List<Entry> entries = log().events("hooked-github");
    assertThat(entries).hasSize(2);
    assertThat(entries).extracting(Entry::key).containsOnly(identity);
    assertThat(entries.get(0).attribute("digest")).isEqualTo(entries.get(1).attribute("digest"));
    assertThat(((CaseOpened) EventCodec.decode(entries.get(0).event()).data()).caseId())
        .isEqualTo("github:example-org/gateway#12");
  }

  @Test
  void what_means_nothing_here_is_acknowledged_all_the_same() {
    github("ping", Deliveries.body("github/ping"), NEW_SECRET)
        .statusCode(202)
        .body("results", hasSize(0));
  }

  @Test
  void what_is_not_signed_by_the_hooks_secret_is_refused_unread() {
    byte[] body = Deliveries.body("github/issues.closed");

    github("issues", body, "another secret")
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Webhook-Signature"))
        .contentType("application/problem+json")
        .body("code", equalTo("SIGNATURE_INVALID"))
        .body("field", equalTo("X-Hub-Signature-256"));
    deliver("github", Map.of("X-GitHub-Event", "issues"), body)
        .statusCode(401)
        .body("detail", containsString("is missing"));

    assertThat(log().events("hooked-github"))
        .extracting(entry -> entry.event().getType())
        .doesNotContain("dev.supportpulse.case.resolved");
  }

  @Test
  void a_hook_without_a_secret_takes_nothing_and_says_the_remedy() {
    deliver("zammad", Map.of(), Deliveries.body("zammad/created"))
        .statusCode(403)
        .body("code", equalTo("NO_SECRET"))
        .body("detail", containsString("supportpulse.intake.webhooks.zammad.secret"));
  }

  @Test
  void an_unknown_hook_is_not_found() {
    deliver("gitlab", Map.of(), "{}".getBytes(StandardCharsets.UTF_8))
        .statusCode(404)
        .body("detail", containsString("supportpulse.intake.webhooks.<name>"));
  }

  @Test
  void a_genuine_body_that_cannot_be_read_is_refused_and_counted() {
    int before = log().rejected("hooked-github").size();

    github("issues", "{\"action\":".getBytes(StandardCharsets.UTF_8), NEW_SECRET)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("NOT_JSON"));
    github("issues", "{\"action\":\"opened\"}".getBytes(StandardCharsets.UTF_8), NEW_SECRET)
        .statusCode(400)
        .body("field", equalTo("/repository/html_url"));

    assertThat(log().rejected("hooked-github")).hasSize(before + 2);
  }

  @Test
  void a_hook_of_another_name_has_a_connector_and_a_source_of_its_own() {
    byte[] body = Deliveries.body("chatwoot/message_updated.csat-rating");
    String now = Long.toString(Instant.now().getEpochSecond());
    Map<String, String> headers =
        Map.of(
            "X-Chatwoot-Timestamp",
            now,
            "X-Chatwoot-Signature",
            "sha256=" + hex(mac(NEW_SECRET.getBytes(StandardCharsets.UTF_8), now + ".", body)));

    deliver("chat-eu", headers, body).statusCode(202);

    Entry entry = log().events("hooked-chat").get(0);
    assertThat(entry.event().getSource()).hasToString("https://chat.example.org");
    SurveyAnswered data = (SurveyAnswered) EventCodec.decode(entry.event()).data();
    assertThat(data.caseId()).isEqualTo("chat-eu:245");
  }

  @Test
  void standard_webhooks_are_taken_while_they_are_fresh() {
    byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    byte[] body = Deliveries.body("standard-webhooks/facts");

    standard(key, "msg_7", Instant.now(), body)
        .statusCode(202)
        .body("results[0].id", equalTo("msg_7"));
    standard(key, "msg_8", Instant.now().minusSeconds(400), body)
        .statusCode(401)
        .body("field", equalTo("webhook-timestamp"));

    assertThat(log().events("hooked-billing"))
        .extracting(entry -> entry.event().getId())
        .containsExactly("msg_7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/events", "/v1/webhooks/github"})
  void senders_may_ask_whether_they_may_send(String route) {
    given()
        .header("WebHook-Request-Origin", "eventemitter.example.com")
        .header("WebHook-Request-Rate", "120")
        .options(route)
        .then()
        .statusCode(204)
        .header("Allow", "POST, OPTIONS")
        .header("WebHook-Allowed-Origin", "*")
        .header("WebHook-Allowed-Rate", "*");
    given()
        .options(route)
        .then()
        .statusCode(204)
        .header("Allow", "POST, OPTIONS")
        .header("WebHook-Allowed-Origin", nullValue());
  }

  private static ValidatableResponse github(String event, byte[] body, String secret) {
    return deliver(
        "github",
        Map.of(
            "X-GitHub-Event",
            event,
            "X-Hub-Signature-256",
            "sha256=" + hex(mac(secret.getBytes(StandardCharsets.UTF_8), "", body))),
        body);
  }

  private static ValidatableResponse standard(
      byte[] key, String id, Instant signedAt, byte[] body) {
    String seconds = Long.toString(signedAt.getEpochSecond());
    byte[] signature = mac(key, id + "." + seconds + ".", body);
    return deliver(
        "billing",
        Map.of(
            "webhook-id", id,
            "webhook-timestamp", seconds,
            "webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature)),
        body);
  }

  private static ValidatableResponse deliver(
      String hook, Map<String, String> headers, byte[] body) {
    return given()
        .headers(headers)
        .contentType("application/json")
        .body(body)
        .post("/v1/webhooks/" + hook)
        .then();
  }

  private static byte[] mac(byte[] key, String prefix, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(prefix.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private LogReader log() {
    return new LogReader(broker);
  }
}
