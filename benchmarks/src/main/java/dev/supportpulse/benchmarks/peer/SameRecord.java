package dev.supportpulse.benchmarks.peer;

import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records as intake writes them for one event, byte for byte but for their keys. */
final class SameRecord {

  private static final int KEY_BYTES = 16;

  private final ProducerRecord<String, byte[]> pattern;

  /**
   * Records like the one of that event.
   *
   * @param receivedAt when each of them was, as they say
   */
  SameRecord(SampleEvent sample, Instant receivedAt) {
    byte[] data = sample.data().getBytes(StandardCharsets.UTF_8);
    SupportEvent event =
        new SupportEvent(
            SampleEvent.PROJECT,
            SampleEvent.SOURCE,
            SampleEvent.ID,
            sample.time(),
            null,
            receivedAt,
            Digest.ofBytes(new byte[32]),
            EventCodec.decodeData(EventType.FEEDBACK_SUBMITTED, data));
    pattern =
        KafkaMessageFactory.<String>createWriter(Topics.EVENTS, event.key().hex())
            .writeBinary(EventCodec.encode(event, data));
  }

  /** Another record, with a key of its own, so that partitions fill as evenly as intake's. */
  ProducerRecord<String, byte[]> next(String topic) {
    byte[] key = new byte[KEY_BYTES];
    ThreadLocalRandom.current().nextBytes(key);
    return new ProducerRecord<>(
        topic, null, HexFormat.of().formatHex(key), pattern.value(), pattern.headers());
  }
}
