package dev.supportpulse.metrics.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueryConfigTest {

  @Test
  void hasDefaults() {
    QueryConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(QueryConfig.class)
            .build()
            .getConfigMapping(QueryConfig.class);
    assertThat(config.defaultWindow()).isEqualTo(Duration.ofDays(30));
    assertThat(config.minutesKept()).isEqualTo(Duration.ofDays(35));
    assertThat(config.quarterHoursKept()).isEqualTo(Duration.ofDays(400));
    assertThat(config.maxPoints()).isEqualTo(3_000);
    assertThat(config.maxBuckets()).isEqualTo(2_000_000);
    assertThat(config.maxCells()).isEqualTo(100_000);
    assertThat(config.maxAccountingRows()).isEqualTo(10_000);
    assertThat(config.brokerTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.statementTimeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void isSetBesideTheConfigurationThatItIsNestedIn() {
    QueryConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withDefaultValue("supportpulse.metrics.stripes", "4")
            .withDefaultValue("supportpulse.metrics.query.max-points", "5")
            .withMapping(MetricsConfig.class)
            .withMapping(QueryConfig.class)
            .build()
            .getConfigMapping(QueryConfig.class);
    assertThat(config.maxPoints()).isEqualTo(5);
  }
}
