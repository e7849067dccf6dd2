package dev.supportpulse.classifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.mode.SupportTool;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.tool.Tool;
import dev.supportpulse.classifier.tool.ToolCatalogue;
import dev.supportpulse.events.Channel;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModeConfigTest {

  @Test
  void hasDefaults() {
    ModeConfig defaults =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ModeConfig.class)
            .build()
            .getConfigMapping(ModeConfig.class);

    assertThat(defaults.folder()).isEmpty();
    assertThat(defaults.reloadEvery()).isEqualTo(Duration.ofSeconds(5));
    assertThat(defaults.mostRules()).isEqualTo(200);
    assertThat(defaults.retention()).isEqualTo(Duration.ofDays(180));
    assertThat(defaults.historyEvery()).isEqualTo(Duration.ofMinutes(1));
    assertThat(defaults.defaultWindow()).isEqualTo(Duration.ofDays(30));
    assertThat(defaults.mostNeeds()).isEqualTo(100_000);
    assertThat(defaults.mostSamples()).isEqualTo(20);
  }

  @Test
  void rulesMayNameWhatIsOfferedAndWhatOnlyTheCatalogueKnows() {
    ToolCatalogue catalogue = new ToolCatalogue(List.of(tool("video"), tool("war-room")));

    assertThat(ModeWiring.nameable(List.of(SupportTool.PHONE), catalogue))
        .containsExactlyInAnyOrder("phone", "war-room");
  }

  private static Tool tool(String id) {
    return new Tool(
        id, Map.of(Language.ENGLISH, id), null, Set.of(Channel.CHAT), List.of("en"), null);
  }
}
