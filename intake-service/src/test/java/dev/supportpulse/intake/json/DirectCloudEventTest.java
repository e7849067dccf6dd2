package dev.supportpulse.intake.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.GoldenEvents;
import dev.supportpulse.events.GoldenEvents.Golden;
import io.cloudevents.CloudEvent;
import io.cloudevents.rw.CloudEventRWException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is read directly is what the SDK reads. */
class DirectCloudEventTest {

  private static final int EVENTS = 5_000;
  private static final long SEED = 20261122;
  private static final List<String> NAMES =
      List.of(
          "subject",
          "dataschema",
          "datacontenttype",
          "data_base64",
          "traceparent",
          "tracestate2",
          "Extension",
          "with-hyphen",
          "x".repeat(25),
          "digest",
          "receivedat");
  private static final List<JsonNode> VALUES =
      List.of(
          JsonNodeFactory.instance.textNode("text"),
          JsonNodeFactory.instance.textNode(""),
          JsonNodeFactory.instance.textNode("application/json"),
          JsonNodeFactory.instance.textNode("application/vnd.x+json"),
          JsonNodeFactory.instance.textNode("not a uri"),
          JsonNodeFactory.instance.textNode("urn:x"),
          JsonNodeFactory.instance.textNode("YQ=="),
          JsonNodeFactory.instance.numberNode(7),
          JsonNodeFactory.instance.numberNode(1L << 40),
          JsonNodeFactory.instance.booleanNode(true),
          JsonNodeFactory.instance.nullNode(),
          JsonNodeFactory.instance.objectNode());

  private final Random random = new Random(SEED);

  @Test
  void golden_events_are_read_directly_and_as_the_sdk_reads_them() throws JsonProcessingException {
    for (Golden golden : GoldenEvents.all()) {
      CloudEvent direct = Objects.requireNonNull(DirectCloudEvent.read(golden.json()));

      assertSame(direct, SchemaEventReader.bySdk(golden.json()));
    }
  }

  @Test
  void what_is_read_directly_is_what_the_sdk_reads() throws JsonProcessingException {
    int directly = 0;
    for (int i = 0; i < EVENTS; i++) {
      ObjectNode event = varied();
      CloudEvent direct;
      try {
        direct = DirectCloudEvent.read(event);
      } catch (CloudEventRWException e) {
        assertThatThrownBy(() -> SchemaEventReader.bySdk(event)).as(event.toString()).isNotNull();
        continue;
      }
      if (direct != null) {
        directly++;
        assertSame(direct, SchemaEventReader.bySdk(event));
      }
    }
    assertThat(directly).isGreaterThan(EVENTS / 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPPER", "with_underscore", "data_base64", "é"})
  void unusual_names_are_left_to_the_sdk(String name) {
    assertThat(DirectCloudEvent.read(feedback().put(name, "x"))).isNull();
  }

  @Test
  void unusual_values_are_left_to_the_sdk() {
    assertThat(DirectCloudEvent.read(feedback().put("priority", 7))).isNull();
    assertThat(DirectCloudEvent.read(feedback().put("datacontenttype", "text/json"))).isNull();
  }

  private ObjectNode varied() {
    ObjectNode event = feedback();
    for (int i = random.nextInt(4); i > 0; i--) {
      event.set(NAMES.get(random.nextInt(NAMES.size())), VALUES.get(random.nextInt(VALUES.size())));
    }
    return event;
  }

  private static ObjectNode feedback() {
    return GoldenEvents.full(EventType.FEEDBACK_SUBMITTED).json().deepCopy();
  }

  private static void assertSame(CloudEvent direct, CloudEvent bySdk) {
    Set<String> names = new TreeSet<>(bySdk.getAttributeNames());
    names.addAll(bySdk.getExtensionNames());
    Set<String> directNames = new TreeSet<>(direct.getAttributeNames());
    directNames.addAll(direct.getExtensionNames());
    assertThat(directNames).isEqualTo(names);
    for (String name : bySdk.getAttributeNames()) {
      assertThat(direct.getAttribute(name)).as(name).isEqualTo(bySdk.getAttribute(name));
    }
    for (String name : bySdk.getExtensionNames()) {
      assertThat(direct.getExtension(name)).as(name).isEqualTo(bySdk.getExtension(name));
    }
    assertThat(Objects.requireNonNull(direct.getData()).toBytes())
        .isEqualTo(Objects.requireNonNull(bySdk.getData()).toBytes());
  }
}
