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
import dev.supportpulse.intake.submission.Intake;
import dev.supportpulse.intake.submission.LogEntry;
import dev.supportpulse.intake.submission.Outcome;
import dev.supportpulse.intake.submission.Receipt;
import dev.supportpulse.intake.submission.Submission;
import dev.supportpulse.intake.submission.TimeRules;
import dev.supportpulse.intake.submission.Triage;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Whatever is sent, it is judged and told to the log, and whoever reads the log can read it. */
class MutatedBodiesTest {

  private static final int BODIES = 20_000;
  private static final long SEED = 20261122;

  /** The value of a member of an object, or its beginning. */
  private static final Pattern VALUE =
      Pattern.compile(":\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9.]+|true|false|\\{|\\[)");

  private static final List<String> VALUES =
      List.of(
          "null",
          "-1",
          "1e400",
          "91e9999999999999999999999",
          "1e-2147483648",
          "99999999999999999999",
          "0.1e1",
          "true",
          "[]",
          "{}",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud83d\"",
          "\"a b\"",
          "\"%\"",
          "\"http://[::1\"",
          "\"1E5\"",
          "\"2026-02-30T00:00:00Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"9999-12-31T23:59:59.999999999+18:00\"",
          "\"0000-01-01T00:00:00Z\"");

  private static final List<String> FRAGMENTS =
      List.of(
          "\u0000",
          "\\",
          "[",
          "{",
          "}",
          "]",
          "\"",
          ",",
          ":",
          "1e999",
          "-",
          "null",
          "9".repeat(400),
          "\ufeff",
          "{\"a\":".repeat(40),
          "[".repeat(600),
          "\"x\":1,\"x\":2,");

  private final Random random = new Random(SEED);
  private final Receipt receipt = new Receipt("r", Instant.parse("2026-02-01T00:00:00Z"));
  private final Formats formats = new Formats(new StrictJson(new JsonLimits(1 << 20, 1000, 32)));
  private final Intake intake =
      new Intake(
          new Triage(
              new SchemaEventReader(),
              new HmacFingerprint(new byte[32]),
              Cleaners.all(),
              new TimeRules(Duration.ofMinutes(5), Duration.ofDays(400))),
          entries -> {
            entries.forEach(MutatedBodiesTest::readFromKafka);
            return CompletableFuture.completedFuture(null);
          });

  @Test
  void whatever_is_sent_is_judged() {
    List<Golden> golden = GoldenEvents.all();
    for (int i = 0; i < BODIES; i++) {
      String event = golden.get(random.nextInt(golden.size())).json().toString();
      byte[] body = mutated(event);

      assertThat(outcome(body)).as(() -> new String(body, StandardCharsets.UTF_8)).isNotNull();
    }
  }

  private Outcome outcome(byte[] body) {
    Submission submission =
        random.nextBoolean() ? formats.structured(body) : formats.plain(body, receipt);
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

  private byte[] mutated(String event) {
    String text = event;
    int mutations = 1 + random.nextInt(3);
    for (int i = 0; i < mutations; i++) {
      text = random.nextInt(3) > 0 ? withAnotherValue(text) : withFragment(text);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return random.nextInt(10) == 0 ? withAnotherByte(bytes) : bytes;
  }

  private String withAnotherValue(String text) {
    List<MatchResult> values = new ArrayList<>(VALUE.matcher(text).results().toList());
    if (values.isEmpty()) {
      return text;
    }
    MatchResult value = values.get(random.nextInt(values.size()));
    return text.substring(0, value.start(1))
        + VALUES.get(random.nextInt(VALUES.size()))
        + text.substring(value.end(1));
  }

  private String withFragment(String text) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + random.nextInt(20));
    return text.substring(0, at)
        + FRAGMENTS.get(random.nextInt(FRAGMENTS.size()))
        + text.substring(to);
  }

  private byte[] withAnotherByte(byte[] bytes) {
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    int at = random.nextInt(bytes.length);
    changed.write(bytes, 0, at);
    changed.write(random.nextInt(256));
    changed.write(bytes, at + 1, bytes.length - at - 1);
    return changed.toByteArray();
  }
}
