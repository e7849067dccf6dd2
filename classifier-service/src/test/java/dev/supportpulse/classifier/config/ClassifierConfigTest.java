package dev.supportpulse.classifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.mode.SupportTool;
import dev.supportpulse.events.NeedCategory;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassifierConfigTest {

  private final ClassifierConfig defaults =
      new SmallRyeConfigBuilder()
          .addDiscoveredConverters()
          .withMapping(ClassifierConfig.class)
          .build()
          .getConfigMapping(ClassifierConfig.class);

  @Test
  void offersTheSourceDocumentsTools() {
    assertThat(defaults.tools())
        .containsExactly(
            SupportTool.KNOWLEDGE_BASE,
            SupportTool.ONLINE_CHAT,
            SupportTool.PHONE,
            SupportTool.REMOTE_DESKTOP);
  }

  @Test
  void thresholdsAreSetByProjectAndCategory() {
    ClassifierConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ClassifierConfig.class)
            .withDefaultValue(
                "supportpulse.classifier.auto-thresholds.\"acme.db\".FEATURE_REQUEST", "0.9")
            .withDefaultValue("supportpulse.classifier.auto-thresholds.EVERY.SECURITY", "2")
            .build()
            .getConfigMapping(ClassifierConfig.class);

    assertThat(config.autoThresholds())
        .isEqualTo(
            Map.of(
                "acme.db",
                Map.of(NeedCategory.FEATURE_REQUEST, 0.9),
                "EVERY",
                Map.of(NeedCategory.SECURITY, 2.0)));
  }

  @Test
  void hasDefaultsForTheRest() {
    assertThat(defaults.leastAnswerScore()).isEqualTo(3.0);
    assertThat(defaults.maxBatch()).isEqualTo(1_000);
    assertThat(defaults.retryPause()).isEqualTo(Duration.ofMillis(500));
    assertThat(defaults.autoThresholds()).isEmpty();
    assertThat(defaults.accurate().enabled()).isTrue();
    assertThat(defaults.accurate().atOnceWithin()).isEqualTo(Duration.ofMillis(500));
    assertThat(defaults.accurate().quiet()).isEqualTo(Duration.ofSeconds(1));
    assertThat(defaults.accurate().longestPause()).isEqualTo(Duration.ofSeconds(15));
  }
}
