package dev.supportpulse.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.GoldenEvents;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.intake.config.IntakeConfig;
import dev.supportpulse.intake.submission.LogEntry;
import dev.supportpulse.intake.submission.LogUnavailable;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A broker that was never there: the first request and all others hear so in time. */
class KafkaEventLogTest {

  private static final Duration IN_TIME = Duration.ofSeconds(8);
  private static final int REQUESTS = 500;

  private final IntakeConfig config =
      new SmallRyeConfigBuilder()
          .addDefaultInterceptors()
          .withMapping(IntakeConfig.class)
          .withConverter(MemorySize.class, 200, new MemorySizeConverter())
          .build()
          .getConfigMapping(IntakeConfig.class);

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:1", "no-such-host.invalid:9092"})
  void nothing_is_durable_and_everybody_hears_so_in_time(String nowhere) {
    KafkaEventLog log = new KafkaEventLog(connection(nowhere), config);
    int threads = Thread.activeCount();
    try {
      for (int round = 0; round < 2; round++) {
        Instant start = Instant.now();
        List<CompletableFuture<Void>> appends = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
          appends.add(log.append(List.of(entry())).toCompletableFuture());
        }
        appends.forEach(
            append ->
                assertThatThrownBy(append::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(LogUnavailable.class));
        assertThat(Duration.between(start, Instant.now())).isLessThan(IN_TIME);
      }
      assertThat(Thread.activeCount()).isLessThan(threads + 5);
    } finally {
      log.close();
    }
  }

  @Test
  void a_broker_that_takes_connections_but_says_nothing_is_away_too() throws IOException {
    try (ServerSocket mute = new ServerSocket(0)) {
      KafkaEventLog log = new KafkaEventLog(connection("127.0.0.1:" + mute.getLocalPort()), config);
      Instant start = Instant.now();
      assertThatThrownBy(log.append(List.of(entry())).toCompletableFuture()::join)
          .hasCauseInstanceOf(LogUnavailable.class);
      assertThat(Duration.between(start, Instant.now())).isLessThan(IN_TIME);
      log.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:1", "no-such-host.invalid:9092"})
  void readiness_is_down(String nowhere) {
    BrokerReadiness readiness = new BrokerReadiness(connection(nowhere), config);

    assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);

    readiness.close();
  }

  private static Map<String, Object> connection(String bootstrapServers) {
    return Map.of("bootstrap.servers", bootstrapServers);
  }

  private static LogEntry entry() {
    SupportEvent event = GoldenEvents.full(EventType.FEEDBACK_SUBMITTED).event();
    return new LogEntry(Topics.EVENTS, event.key(), EventCodec.encode(event), null);
  }
}
