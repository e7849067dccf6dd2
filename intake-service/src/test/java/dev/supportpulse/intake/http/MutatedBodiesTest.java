package dev.supportpulse.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.GoldenEvents;
import dev.supportpulse.events.GoldenEvents.Golden;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.intake.json.HmacFingerprint;
import dev.supportpulse.intake.json.JsonLimits;
import dev.supportpulse.intake.json.SchemaEventReader;
import dev.supportpulse.intake.json.StrictJson;
import dev.supportpulse.intake.privacy.Cleaners;
import dev.supportpulse.intake.recall.RecentEvents;
import dev.supportpulse.intake.submission.Intake;
import dev.supportpulse.intake.submission.LogEntry;
import dev.supportpulse.intake.submission.Outcome;
import dev.supportpulse.intake.submission.Receipt;
import dev.supportpulse.intake.submission.Submission;
import dev.supportpulse.intake.submission.TimeRules;
import dev.supportpulse.intake.submission.Triage;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Whatever is sent, it is judged and told to the log, and whoever reads the log can read it. */
class MutatedBodiesTest {

  private static final int BODIES = 20_000;
  private static final long SEED = 20261122;

  private final Random random = new Random(SEED);
  private final Mutations mutations = new Mutations(random);
  private final Receipt receipt = new Receipt("r", Instant.parse("2026-02-01T00:00:00Z"));
  private final Formats formats = new Formats(new StrictJson(new JsonLimits(1 << 20, 1000, 32)));
  private final Intake intake =
      new Intake(
          new Triage(
              new SchemaEventReader(),
              new HmacFingerprint(new byte[32]),
              Cleaners.all(),
              new TimeRules(Duration.ofMinutes(5), Duration.ofDays(400))),
          new RecentEvents(1000),
          entries -> {
            entries.forEach(MutatedBodiesTest::readFromKafka);
            return CompletableFuture.completedFuture(null);
          });

  @Test
  void whatever_is_sent_is_judged() {
    List<Golden> golden = GoldenEvents.all();
    for (int i = 0; i < BODIES; i++) {
      String event = golden.get(random.nextInt(golden.size())).json().toString();
      byte[] body = mutations.mutated(event);

      assertThat(outcome(body)).as(() -> new String(body, StandardCharsets.UTF_8)).isNotNull();
    }
  }

  private Outcome outcome(byte[] body) {
    Submission submission =
        random.nextBoolean()
            ? formats.structured(body)
            : formats.plain(body, new IdempotencyKey(null), receipt);
    return intake.submit(List.of(submission), receipt).toCompletableFuture().join().get(0);
  }

  /** No consumer stumbles over what was let in. */
  private static void readFromKafka(LogEntry entry) {
    ProducerRecord<String, byte[]> record =
        KafkaMessageFactory.<String>createWriter(entry.topic(), entry.key().hex())
            .writeBinary(entry.event());
    SupportEvent read =
        EventCodec.decode(
            KafkaMessageFactory.createReader(record.headers(), record.value()).toEvent());

    assertThat(read).isEqualTo(EventCodec.decode(entry.event()));
    assertThat(read.key()).isEqualTo(entry.key());
  }
}
