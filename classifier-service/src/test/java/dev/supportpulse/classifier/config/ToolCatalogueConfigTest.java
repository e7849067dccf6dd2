package dev.supportpulse.classifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ToolCatalogueConfigTest {

  @Test
  void hasDefaults() {
    ToolCatalogueConfig defaults =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ToolCatalogueConfig.class)
            .build()
            .getConfigMapping(ToolCatalogueConfig.class);

    assertThat(defaults.file()).isEmpty();
    assertThat(defaults.retention()).isEqualTo(Duration.ofDays(400));
    assertThat(defaults.defaultWindow()).isEqualTo(Duration.ofDays(90));
    assertThat(defaults.level()).isEqualTo(0.95);
    assertThat(defaults.recommendedFrom()).isEqualTo(0.5);
    assertThat(defaults.judgeEvery()).isEqualTo(Duration.ofMinutes(5));
  }
}
