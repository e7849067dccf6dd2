package dev.supportpulse.classifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearningConfigTest {

  @Test
  void hasDefaults() {
    LearningConfig defaults = configured(Map.of());

    assertThat(defaults.poll()).isEqualTo(Duration.ofSeconds(2));
    assertThat(defaults.maxText()).isEqualTo(20_000);
    assertThat(defaults.maxPage()).isEqualTo(500);
    assertThat(defaults.seekAgainAfter()).isEqualTo(Duration.ofMinutes(1));
    assertThat(defaults.seekFor()).isEqualTo(Duration.ofDays(1));
    assertThat(defaults.mostPerProject()).isEqualTo(2_000);
    assertThat(defaults.subCategories()).contains("upgrade", "installation");
    assertThat(defaults.projectSubCategories()).isEmpty();
  }

  @Test
  void aProjectMayHaveSubCategoriesOfItsOwn() {
    LearningConfig config =
        configured(
            Map.of(
                "supportpulse.classifier.learning.project-sub-categories.\"acme.db\"",
                "billing,vacuum"));

    assertThat(config.projectSubCategories().get("acme.db"))
        .containsExactlyInAnyOrder("billing", "vacuum");
  }

  private static LearningConfig configured(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(LearningConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(LearningConfig.class);
  }
}
