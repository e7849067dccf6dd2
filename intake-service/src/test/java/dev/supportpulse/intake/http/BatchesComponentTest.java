package dev.supportpulse.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.Identity;
import dev.supportpulse.intake.kafka.LogReader.Entry;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Batches are told item by item. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class BatchesComponentTest extends EventsRoute {

  @Test
  void the_same_batch_twice_has_the_same_identities_and_digests() {
    ArrayNode batch = EventCodec.mapper().createArrayNode();
    for (int i = 0; i < 50; i++) {
      batch.add(feedback("f" + i));
    }

    JsonNode first = results(post(BATCH, batch.toString()).statusCode(202));
    JsonNode second = results(post(BATCH, batch.toString()).statusCode(202));

    assertThat(second.findValuesAsText("identity"))
        .isEqualTo(first.findValuesAsText("identity"))
        .hasSize(50);
    assertThat(second.findValuesAsText("status")).containsOnly("DUPLICATE");
    assertThat(first.path(7).path("index").asInt()).isEqualTo(7);
    assertThat(first.path(7).path("id").asText()).isEqualTo("f7");
    List<Entry> entries = log().events(project);
    assertThat(entries).hasSize(100);
    assertThat(entries.stream().map(entry -> entry.key() + entry.attribute("digest")).distinct())
        .hasSize(50);
  }

  @Test
  void a_batch_is_told_item_by_item() {
    ObjectNode good = feedback("good");
    ObjectNode bad = feedback("bad");
    bad.withObject("/data").put("sentiment", "GREAT");
    ObjectNode nameless = feedback("nameless").without("project");
    String twice =
        feedback("twice").toString().replace("\"sentiment\"", "\"a\":1,\"a\":2,\"sentiment\"");
    ObjectNode old = feedback("old");
    old.put("time", Instant.now().minus(Duration.ofDays(401)).toString());

    post(BATCH, "[%s,%s,%s,%s,%s,17]".formatted(good, bad, nameless, twice, old))
        .statusCode(207)
        .body("results", hasSize(6))
        .body("results.index", is(List.of(0, 1, 2, 3, 4, 5)))
        .body(
            "results.status",
            is(List.of("ACCEPTED", "REJECTED", "REJECTED", "REJECTED", "QUARANTINED", "REJECTED")))
        .body("results[1].id", equalTo("bad"))
        .body("results[1].identity", equalTo(Identity.of(project, "/forum", "bad").hex()))
        .body("results[1].code", equalTo("INVALID_FIELD"))
        .body("results[1].field", equalTo("/data/sentiment"))
        .body("results[1].message", equalTo("must be one of POSITIVE, NEUTRAL, NEGATIVE"))
        .body("results[1].retryable", is(false))
        .body("results[2].field", equalTo("/project"))
        .body("results[2].identity", nullValue())
        .body("results[3].code", equalTo("DUPLICATE_KEY"))
        .body("results[3].field", equalTo("/data/a"))
        .body("results[4].code", equalTo("TIME_TOO_OLD"))
        .body("results[5].field", equalTo(""));

    assertThat(log().events(project))
        .extracting(entry -> entry.event().getId())
        .containsExactly("good");
    assertThat(log().rejected(project))
        .extracting(entry -> entry.event().getId())
        .containsExactlyInAnyOrder("bad", "twice", "old");
  }

  @Test
  void a_batch_without_anything_good_is_refused() {
    post(BATCH, "[{},{}]").statusCode(400).body("results", hasSize(2));
  }

  @Test
  void an_empty_batch_has_no_results() {
    post(BATCH, "[]").statusCode(202).body("results", hasSize(0));
  }

  @Test
  void only_what_time_heals_may_be_sent_again_unchanged() {
    ObjectNode ahead = feedback("ahead");
    ahead.put("time", Instant.now().plus(Duration.ofHours(1)).toString());

    post(BATCH, "[%s,{}]".formatted(ahead))
        .statusCode(400)
        .body("results[0].code", equalTo("TIME_IN_FUTURE"))
        .body("results.retryable", is(List.of(true, false)));
  }

  @Test
  void too_many_events_are_refused_whole() {
    String batch = "[" + "{},".repeat(1000) + "{}]";

    post(BATCH, batch).statusCode(413).body("code", equalTo("TOO_MANY_EVENTS"));
  }
}
