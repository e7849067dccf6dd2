package dev.supportpulse.metrics.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.metrics.config.QueryConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KafkaLogEndsTest {

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void aBrokerThatDoesNotAnswerLeavesTheLagUnknown() {
    QueryConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withDefaultValue("supportpulse.metrics.query.broker-timeout", "PT0.3S")
            .withMapping(QueryConfig.class)
            .build()
            .getConfigMapping(QueryConfig.class);
    KafkaLogEnds ends =
        new KafkaLogEnds(Map.of("bootstrap.servers", "127.0.0.1:1"), Clock.systemUTC(), config);
    assertThat(ends.ask()).isEmpty();
    ends.close();
  }
}
