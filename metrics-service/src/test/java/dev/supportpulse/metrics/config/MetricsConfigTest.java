package dev.supportpulse.metrics.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsConfigTest {

  @Test
  void theDefaultsAreThoseOfTheDesign() {
    MetricsConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(MetricsConfig.class)
            .withValidateUnknown(false)
            .build()
            .getConfigMapping(MetricsConfig.class);

    assertThat(config.ledgerDays()).isEqualTo(400);
    assertThat(config.stripes()).isEqualTo(8);
    assertThat(config.restatementGrace()).isEqualTo(Duration.ofMinutes(5));
    assertThat(config.classifierUrl()).isEqualTo(URI.create("http://127.0.0.1:8082"));
    assertThat(config.classifierWithin()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.consumer().groupId()).isEqualTo("metrics-service");
    assertThat(config.consumer().batchRecords()).isEqualTo(10_000);
    assertThat(config.consumer().partitionBytes()).isEqualTo(512 * 1024);
    assertThat(config.consumer().pollTimeout()).isEqualTo(Duration.ofMillis(200));
    assertThat(config.consumer().retryPause()).isEqualTo(Duration.ofMillis(200));
    assertThat(config.consumer().sessionTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.consumer().maxFences()).isEqualTo(3);
  }
}
