package dev.supportpulse.classifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ObservationConfigTest {

  @Test
  void hasDefaults() {
    ObservationConfig defaults =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ObservationConfig.class)
            .build()
            .getConfigMapping(ObservationConfig.class);

    assertThat(defaults.retryPause()).isEqualTo(Duration.ofSeconds(2));
    assertThat(defaults.retention()).isEqualTo(Duration.ofDays(90));
    assertThat(defaults.forgetEvery()).isEqualTo(Duration.ofHours(1));
    assertThat(defaults.defaultWindow()).isEqualTo(Duration.ofDays(7));
    assertThat(defaults.windowsBefore()).isEqualTo(4);
    assertThat(defaults.confidence()).isEqualTo(0.999);
    assertThat(defaults.maxPage()).isEqualTo(500);
    assertThat(defaults.maxFaults()).isEqualTo(5_000);
    assertThat(defaults.leastTexts()).isEqualTo(3);
    assertThat(defaults.maxTerms()).isEqualTo(2_000);
    assertThat(defaults.maxTexts()).isEqualTo(5_000);
    assertThat(defaults.packages()).isEmpty();
  }
}
