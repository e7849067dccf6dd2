package dev.supportpulse.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.benchmarks.load.Requests;
import dev.supportpulse.events.Topics;
import dev.supportpulse.intake.json.HmacFingerprint;
import dev.supportpulse.intake.json.JsonLimits;
import dev.supportpulse.intake.json.NotJson;
import dev.supportpulse.intake.json.SchemaEventReader;
import dev.supportpulse.intake.json.StrictJson;
import dev.supportpulse.intake.privacy.EventCleaner;
import dev.supportpulse.intake.privacy.PrivacyRules;
import dev.supportpulse.intake.privacy.PseudonymKey;
import dev.supportpulse.intake.privacy.Pseudonyms;
import dev.supportpulse.intake.recall.RecentEvents;
import dev.supportpulse.intake.submission.Intake;
import dev.supportpulse.intake.submission.LogEntry;
import dev.supportpulse.intake.submission.Receipt;
import dev.supportpulse.intake.submission.Submission;
import dev.supportpulse.intake.submission.TimeRules;
import dev.supportpulse.intake.submission.Triage;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

/** The peers write what intake writes, so that a ratio compares like with like. */
class SameRecordTest {

  private static final Instant NOW = Instant.parse("2026-02-01T10:00:00.123456Z");
  private static final SampleEvent SAMPLE = SampleEvent.at(NOW);

  @Test
  void the_sample_has_300_bytes() {
    assertThat(SAMPLE.structured().getBytes(StandardCharsets.UTF_8)).hasSize(300);
    assertThat(SAMPLE.batch(100).split(Requests.NUMBER, -1)).hasSize(101);
  }

  @Test
  void the_peers_record_is_intakes_but_for_key_and_digest() throws NotJson {
    ProducerRecord<String, byte[]> peers = new SameRecord(SAMPLE, NOW).next(Topics.EVENTS);
    ProducerRecord<String, byte[]> intakes = intakes(SAMPLE.structured());

    assertThat(peers.topic()).isEqualTo(intakes.topic());
    assertThat(peers.key()).hasSameSizeAs(intakes.key());
    assertThat(peers.value()).isEqualTo(intakes.value());
    assertThat(headers(peers)).hasSameSizeAs(headers(intakes));
    headers(intakes)
        .forEach(
            (name, value) -> assertThat(headers(peers).get(name)).as(name).hasSameSizeAs(value));
  }

  @Test
  void every_record_has_a_key_of_its_own() {
    SameRecord records = new SameRecord(SAMPLE, NOW);

    assertThat(records.next("t").key()).isNotEqualTo(records.next("t").key());
  }

  private static Map<String, String> headers(ProducerRecord<String, byte[]> record) {
    Map<String, String> headers = new TreeMap<>();
    Arrays.stream(record.headers().toArray())
        .forEach(
            (Header header) ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return headers;
  }

  private static ProducerRecord<String, byte[]> intakes(String structured) throws NotJson {
    List<LogEntry> log = new ArrayList<>();
    Intake intake =
        new Intake(
            new Triage(
                new SchemaEventReader(),
                new HmacFingerprint(new byte[32]),
                new EventCleaner(
                    new PrivacyRules(Map.of()),
                    new Pseudonyms(List.of(PseudonymKey.of("k1", new byte[32])))),
                new TimeRules(Duration.ofMinutes(5), Duration.ofDays(400))),
            new RecentEvents(10),
            entries -> {
              log.addAll(entries);
              return CompletableFuture.completedFuture(null);
            });
    JsonNode event =
        new StrictJson(new JsonLimits(1 << 20, 1000, 32))
            .read(structured.getBytes(StandardCharsets.UTF_8))
            .node();
    intake.submit(List.of(Submission.cloudEvent(event)), new Receipt("r", NOW));
    LogEntry entry = log.get(0);
    return KafkaMessageFactory.<String>createWriter(entry.topic(), entry.key().hex())
        .writeBinary(entry.event());
  }
}
