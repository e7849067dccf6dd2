package dev.supportpulse.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.GoldenEvents.Golden;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenEventsTest {

  static List<Golden> all() {
    return GoldenEvents.all();
  }

  /** What the codec writes in full; the later version loses what version 1 doesn't know. */
  static List<Golden> version1() {
    return all().stream().filter(golden -> !golden.name().endsWith(".v1.1")).toList();
  }

  @ParameterizedTest
  @MethodSource("version1")
  void the_codec_writes_what_it_read(Golden golden) throws IOException {
    CloudEvent written = EventCodec.encode(golden.event());

    assertThat(structured(written)).isEqualTo(golden.json());
  }

  @ParameterizedTest
  @MethodSource("all")
  void the_cloud_events_sdk_reads_the_same(Golden golden) throws IOException {
    CloudEvent bySdk = new JsonFormat().deserialize(json(golden.json()));

    assertThat(EventCodec.decode(bySdk)).isEqualTo(golden.event());
  }

  @ParameterizedTest
  @MethodSource("all")
  void binary_mode_on_kafka_says_the_same_as_structured_mode(Golden golden) throws IOException {
    ProducerRecord<String, byte[]> sent =
        KafkaMessageFactory.<String>createWriter(Topics.EVENTS, "key")
            .writeBinary(golden.cloudEvent());

    MessageReader received = KafkaMessageFactory.createReader(sent.headers(), sent.value());

    assertThat(structured(received.toEvent())).isEqualTo(golden.json());
    assertThat(EventCodec.decode(received.toEvent())).isEqualTo(golden.event());
  }

  @ParameterizedTest
  @MethodSource("version1")
  void a_full_event_has_every_field_of_its_type(Golden golden) {
    List<String> given = EventCodecTest.names(golden.data());
    List<String> known =
        Arrays.stream(golden.type().dataClass().getRecordComponents())
            .map(component -> component.getName())
            .toList();

    assertThat(known).containsAll(given);
    if (!golden.name().endsWith(".minimal")) {
      assertThat(given).containsAll(known);
    }
  }

  @Test
  void a_reader_of_version_1_reads_version_1_1() {
    Golden later = GoldenEvents.laterVersion();

    FeedbackSubmitted read = (FeedbackSubmitted) later.event().data();

    assertThat(read.sentiment()).isEqualTo(Sentiment.POSITIVE);
    assertThat(later.data().has("mood")).isTrue();
  }

  @Test
  void no_file_is_left_out() {
    File[] files = new File("src/test/resources/golden").listFiles();

    assertThat(files)
        .extracting(file -> file.getName().replaceFirst("\\.json$", ""))
        .containsExactlyInAnyOrderElementsOf(all().stream().map(Golden::name).toList());
  }

  private static JsonNode structured(CloudEvent event) throws IOException {
    return EventCodec.mapper().readTree(new JsonFormat().serialize(event));
  }

  private static byte[] json(JsonNode node) throws IOException {
    return EventCodec.mapper().writeValueAsBytes(node);
  }
}
