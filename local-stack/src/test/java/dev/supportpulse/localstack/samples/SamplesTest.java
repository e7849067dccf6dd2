package dev.supportpulse.localstack.samples;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.UpstreamData;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplesTest {

  private static final Instant ANCHOR = Instant.parse("2026-11-22T01:23:45.678Z");
  private static final List<SupportEvent> EVENTS = Samples.events(ANCHOR);

  @Test
  void the_same_anchor_gives_the_same_events() {
    assertThat(Samples.events(ANCHOR)).isEqualTo(EVENTS);
  }

  @Test
  void another_anchor_gives_other_times() {
    Instant later = ANCHOR.plus(Duration.ofDays(1));

    assertThat(Samples.events(later)).isNotEqualTo(EVENTS);
  }

  @Test
  void no_two_events_have_the_same_identity() {
    assertThat(EVENTS.stream().map(SupportEvent::identity)).doesNotHaveDuplicates();
  }

  @Test
  void everything_happens_in_the_year_before_the_anchor() {
    Instant yearBefore = ANCHOR.minus(Duration.ofDays(366));

    assertThat(EVENTS)
        .allMatch(event -> event.occurredAt().isBefore(ANCHOR))
        .allMatch(event -> event.occurredAt().isAfter(yearBefore));
  }

  @Test
  void the_codec_reads_what_it_wrote() {
    JsonFormat format = new JsonFormat();
    for (SupportEvent event : EVENTS) {
      CloudEvent onTheWire = format.deserialize(format.serialize(EventCodec.encode(event)));

      assertThat(EventCodec.decode(onTheWire)).isEqualTo(event);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_event_keeps_the_schema_of_its_type(EventType type) {
    JsonSchema schema = schema(type);

    assertThat(EVENTS.stream().filter(event -> event.type() == type))
        .allSatisfy(event -> assertThat(schema.validate(json(event))).isEmpty());
  }

  @Test
  void the_script_makes_a_key_for_every_project_of_the_samples() throws IOException {
    String script = Files.readString(Path.of("../run"));
    String projects = script.replaceAll("(?s).*for project in ([^;]*);.*", "$1");

    assertThat(projects.split(" "))
        .containsExactlyInAnyOrderElementsOf(
            EVENTS.stream().map(SupportEvent::project).collect(Collectors.toSet()));
  }

  @Test
  void every_type_that_upstream_systems_emit_is_told_but_the_void() {
    List<EventType> upstream =
        Arrays.stream(EventType.values())
            .filter(EventType::upstream)
            .filter(type -> type != EventType.EVENT_VOIDED)
            .toList();

    assertThat(EVENTS.stream().map(SupportEvent::type).distinct())
        .containsExactlyInAnyOrderElementsOf(upstream);
  }

  @Test
  void no_slot_is_left_open() {
    assertThat(EVENTS)
        .filteredOn(event -> event.data() instanceof UpstreamData data && data.text() != null)
        .noneMatch(event -> json(event).toString().matches(".*\\{[a-z]+}.*"));
  }

  @Test
  void the_reference_data_of_every_project_is_set_once() {
    Map<String, List<ReferenceData>> byPlace =
        Samples.referenceData(ANCHOR).stream()
            .collect(groupingBy(data -> data.project() + "/" + data.resource()));

    assertThat(byPlace.values()).allSatisfy(data -> assertThat(data).hasSize(1));
    assertThat(byPlace)
        .containsKeys("default/baseline", "rated-cost/rate-card", "efficiency/rate-card")
        .containsKeys(
            "cloud-provider/initiatives/hybrid-support",
            "database/initiatives/searchable-answers",
            "ai-framework/initiatives/learning-community",
            "network-os/initiatives/remote-diagnosis");
  }

  private static JsonNode json(SupportEvent event) {
    return EventCodec.mapper().valueToTree(event.data());
  }

  private static JsonSchema schema(EventType type) {
    try (InputStream json = EventType.class.getResourceAsStream(type.schemaResource())) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
