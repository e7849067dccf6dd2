package dev.supportpulse.intake.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeConfigTest {

  private static final byte[] KEY =
      "0123456789abcdef0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @Test
  void the_defaults_are_those_of_the_design() {
    IntakeConfig config = config(Map.of());

    assertThat(config.maxEventSize().asLongValue()).isEqualTo(1024 * 1024);
    assertThat(config.maxRequestSize().asLongValue()).isEqualTo(10 * 1024 * 1024);
    assertThat(config.maxBatchEvents()).isEqualTo(1000);
    assertThat(config.batchWorkers()).isEmpty();
    assertThat(config.maxNesting()).isEqualTo(32);
    assertThat(config.maxAhead()).isEqualTo(Duration.ofMinutes(5));
    assertThat(config.retention()).isEqualTo(Duration.ofDays(400));
    assertThat(config.maxInFlightSize().asLongValue()).isEqualTo(16 * 1024 * 1024);
    assertThat(config.maxInFlightShare()).isEqualTo(0.8);
    assertThat(config.receiveWithin()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.unpackThreads()).isEqualTo(2);
    assertThat(config.acknowledgeWithin()).isEqualTo(Duration.ofMillis(1500));
    assertThat(config.retryAfter()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.rememberedEvents()).isEqualTo(100_000);
    assertThat(config.bufferSize().asLongValue()).isEqualTo(32 * 1024 * 1024);
    assertThat(config.maxRecordSize().asLongValue()).isEqualTo(4 * 1024 * 1024);
    assertThat(config.accountingWithin()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.metricsUrl()).isEqualTo(URI.create("http://127.0.0.1:8083"));
    assertThat(config.accountingUrl()).isEqualTo(URI.create("http://127.0.0.1:8083"));
  }

  @Test
  void there_is_no_default_key() {
    assertThatThrownBy(() -> DigestKey.read(config(Map.of())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("supportpulse.intake.digest-key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3031323334353637383961626364656630313233343536373839414243444546",
        "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlBQkNERUY=",
        "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlBQkNERUY",
      })
  void the_key_is_hexadecimal_or_base64(String text) {
    assertThat(DigestKey.read(config(Map.of("supportpulse.intake.digest-key", text))))
        .isEqualTo(KEY);
  }

  @Test
  void the_key_may_be_in_a_file() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("key"),
            "3031323334353637383961626364656630313233343536373839414243444546\n");

    assertThat(
            DigestKey.read(config(Map.of("supportpulse.intake.digest-key-file", file.toString()))))
        .isEqualTo(KEY);
  }

  @Test
  void an_unreadable_key_or_file_is_told_without_the_key() {
    assertThatThrownBy(
            () -> DigestKey.read(config(Map.of("supportpulse.intake.digest-key", "pass word"))))
        .hasMessageContaining("unreadable digest key")
        .hasMessageNotContaining("pass word");
    assertThatThrownBy(
            () ->
                DigestKey.read(
                    config(Map.of("supportpulse.intake.digest-key-file", "/no/such/file"))))
        .hasMessageContaining("/no/such/file");
  }

  private static IntakeConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withMapping(IntakeConfig.class)
        .withConverter(MemorySize.class, 200, new MemorySizeConverter())
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(IntakeConfig.class);
  }
}
