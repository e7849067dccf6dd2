package dev.supportpulse.intake.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.intake.privacy.Kind;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivacyConfigTest {

  private static final String KEYS = "supportpulse.intake.privacy.pseudonym-keys";
  private static final String NEW = "k2:" + "02".repeat(32);
  private static final String OLD = "k1:" + "01".repeat(32);

  @TempDir Path folder;

  @Test
  void there_is_no_default_key_and_every_kind_is_removed() {
    PrivacyConfig config = config(Map.of());

    assertThat(config.projects()).isEmpty();
    assertThatThrownBy(() -> PseudonymKeys.read(config))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(KEYS);
  }

  @Test
  void the_first_key_makes_new_pseudonyms() {
    assertThat(PseudonymKeys.read(config(Map.of(KEYS, NEW + "," + OLD))).allOf("demo", "ana"))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("u_k2_"),
            second -> assertThat(second).startsWith("u_k1_"));
  }

  @Test
  void keys_may_be_in_a_file_one_a_line() throws IOException {
    Path file = Files.writeString(folder.resolve("keys"), NEW + "\n\n" + OLD + "\n");

    assertThat(
            PseudonymKeys.read(config(Map.of(KEYS + "-file", file.toString()))).of("demo", "ana"))
        .startsWith("u_k2_");
  }

  @Test
  void an_unreadable_key_is_told_without_the_key() {
    for (String keys : new String[] {"no colon", "k1:not a key", "k1:0102", OLD + "," + OLD}) {
      assertThatThrownBy(() -> PseudonymKeys.read(config(Map.of(KEYS, keys))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(KEYS)
          .hasMessageNotContaining("not a key")
          .hasMessageNotContaining("0101");
    }
  }

  @Test
  void a_project_may_keep_some_kinds() {
    PrivacyConfig config =
        config(Map.of("supportpulse.intake.privacy.projects.my-lab.off", "IP,PHONE"));

    assertThat(config.projects())
        .hasEntrySatisfying(
            "my-lab", its -> assertThat(its.off()).contains(Set.of(Kind.IP, Kind.PHONE)));
  }

  private static PrivacyConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withMapping(PrivacyConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(PrivacyConfig.class);
  }
}
