package dev.supportpulse.classifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SolutionConfigTest {

  @Test
  void hasDefaults() {
    SolutionConfig defaults =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(SolutionConfig.class)
            .build()
            .getConfigMapping(SolutionConfig.class);

    assertThat(defaults.poll()).isEqualTo(Duration.ofSeconds(2));
    assertThat(defaults.maxArticle()).isEqualTo(50_000);
    assertThat(defaults.maxArticles()).isEqualTo(5_000);
    assertThat(defaults.leastSimilarity()).isEqualTo(0.24);
    assertThat(defaults.leastLead()).isEqualTo(0.06);
    assertThat(defaults.verifiedAfter()).isEqualTo(Duration.ofDays(7));
    assertThat(defaults.retention()).isEqualTo(Duration.ofDays(400));
    assertThat(defaults.defaultWindow()).isEqualTo(Duration.ofDays(90));
    assertThat(defaults.level()).isEqualTo(0.95);
  }
}
