package dev.supportpulse.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Topics;
import dev.supportpulse.intake.config.RedriveConfig;
import dev.supportpulse.intake.redrive.LetterId;
import dev.supportpulse.intake.redrive.Mark;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Marks survive a restart, and several instances agree on them. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class MarkBookComponentTest {

  private static final LetterId LETTER = new LetterId(Topics.REJECTED, 5, 1_000_000);
  private static final Mark PARKED =
      new Mark(Mark.Kind.PARKED, "ops", Instant.parse("2026-03-01T10:00:00Z"), "known");
  private static final Mark REDRIVEN =
      new Mark(Mark.Kind.REDRIVEN, "others", Instant.parse("2026-03-01T11:00:00Z"), null);

  @Inject RedriveConfig config;
  @Inject RedriveProducer producer;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> connection;

  @Test
  void what_one_instance_writes_all_others_read_and_the_last_one_holds() {
    KafkaMarkBook one = book();
    KafkaMarkBook other = book();
    try {
      other.refresh();
      one.write(Map.of(LETTER, PARKED));
      other.refresh();
      assertThat(other.of(LETTER)).isEqualTo(PARKED);

      other.write(Map.of(LETTER, REDRIVEN));
      one.refresh();
      assertThat(one.of(LETTER)).isEqualTo(REDRIVEN);
    } finally {
      one.close();
      other.close();
    }

    KafkaMarkBook restarted = book();
    try {
      restarted.refresh();
      assertThat(restarted.of(LETTER)).isEqualTo(REDRIVEN);
      restarted.forgetBefore(LETTER);
      assertThat(restarted.of(LETTER)).isEqualTo(REDRIVEN);
      restarted.forgetBefore(new LetterId(LETTER.topic(), LETTER.partition(), 1_000_001));
      assertThat(restarted.of(LETTER)).isNull();
    } finally {
      restarted.close();
    }
  }

  private KafkaMarkBook book() {
    return new KafkaMarkBook(connection, config, producer);
  }
}
