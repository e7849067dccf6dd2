package dev.supportpulse.metrics.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EconomicsConfigTest {

  @Test
  void hasDefaults() {
    EconomicsConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(EconomicsConfig.class)
            .build()
            .getConfigMapping(EconomicsConfig.class);
    assertThat(config.solverTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.defaultWindow()).isEqualTo(Duration.ofDays(90));
    assertThat(config.defaultHorizon()).isEqualTo(Duration.ofDays(30));
    assertThat(config.defaultHistory()).isEqualTo(Duration.ofDays(365));
    assertThat(config.maxScenarios()).isEqualTo(100);
  }
}
