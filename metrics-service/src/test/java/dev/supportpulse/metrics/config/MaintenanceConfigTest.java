package dev.supportpulse.metrics.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MaintenanceConfigTest {

  @Test
  void hasDefaults() {
    MaintenanceConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(MaintenanceConfig.class)
            .build()
            .getConfigMapping(MaintenanceConfig.class);
    assertThat(config.enabled()).isTrue();
    assertThat(config.every()).isEqualTo(Duration.ofHours(1));
    assertThat(config.mergeAfter()).isEqualTo(Duration.ofDays(1));
    assertThat(config.refusalsKept()).isEqualTo(Duration.ofDays(35));
    assertThat(config.parkedKept()).isEqualTo(Duration.ofDays(35));
    assertThat(config.erasedUsersRemembered()).isEqualTo(Duration.ofDays(90));
    assertThat(config.chunkRows()).isEqualTo(5_000);
  }
}
