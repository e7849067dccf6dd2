package dev.supportpulse.intake.webhook.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.intake.webhook.Delivery;
import dev.supportpulse.intake.webhook.Verifier;
import dev.supportpulse.intake.webhook.Verifier.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HexHmacTest {

  private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_795_166_100);
  private static final String SECRET = "It's a Secret to Everybody";

  /** GitHub's documentation, "Validating webhook deliveries", section on testing. */
  private static final String GITHUB_VECTOR =
      "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

  /** RFC 2202, test case 2 of HMAC-SHA-1. */
  private static final String RFC_2202_VECTOR = "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79";

  /** HMAC-SHA-256 with {@link #SECRET} over {@code 1795166100.Hello, World!}, by OpenSSL. */
  private static final String TIMED =
      "sha256=397a9eb151e26525d9763e1ef9b800bd6ebc7a456c964019bf3441930cc380f3";

  private final Verifier github =
      HexHmac.ofBody("X-Hub-Signature-256", "sha256=", "HmacSHA256", List.of("another", SECRET));
  private final Verifier timed =
      HexHmac.ofTimeAndBody(
          "X-Signature",
          "sha256=",
          "HmacSHA256",
          List.of(SECRET),
          "X-Timestamp",
          Duration.ofMinutes(5));

  @Test
  void the_documented_vector_of_github_is_genuine() {
    assertThat(github.refusal(signed("x-hub-signature-256", GITHUB_VECTOR, "Hello, World!")))
        .isEmpty();
  }

  @Test
  void the_vector_of_hmac_sha_1_is_genuine() {
    Verifier zammad = HexHmac.ofBody("X-Hub-Signature", "sha1=", "HmacSHA1", List.of("Jefe"));

    assertThat(
            zammad.refusal(
                signed("X-Hub-Signature", RFC_2202_VECTOR, "what do ya want for nothing?")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello, World?", "Hello, World!\n", ""})
  void a_changed_body_is_refused(String body) {
    assertThat(github.refusal(signed("X-Hub-Signature-256", GITHUB_VECTOR, body)))
        .map(Refusal::header)
        .hasValue("X-Hub-Signature-256");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha256=",
        "sha256=7571",
        "sha256=zz7107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        "sha1=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1700",
      })
  void another_signature_is_refused(String signature) {
    assertThat(github.refusal(signed("X-Hub-Signature-256", signature, "Hello, World!")))
        .isPresent();
  }

  @Test
  void a_wrong_secret_is_refused() {
    Verifier other =
        HexHmac.ofBody("X-Hub-Signature-256", "sha256=", "HmacSHA256", List.of("another"));

    assertThat(other.refusal(signed("X-Hub-Signature-256", GITHUB_VECTOR, "Hello, World!")))
        .isPresent();
  }

  @Test
  void no_signature_is_refused_with_the_remedy() {
    assertThat(github.refusal(signed("X-Other", "1", "Hello, World!")))
        .map(Refusal::message)
        .hasValue("is missing: set the hook's secret upstream, too");
  }

  @ParameterizedTest
  @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false"})
  void a_signed_time_must_be_near_the_clock(long secondsLater, boolean genuine) {
    Delivery delivery =
        new Delivery(
            Map.of("X-Signature", TIMED, "X-Timestamp", "1795166100"),
            bytes("Hello, World!"),
            SIGNED_AT.plusSeconds(secondsLater));

    assertThat(timed.refusal(delivery).isEmpty()).isEqualTo(genuine);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1795166101", "now", "99999999999999999999"})
  void another_time_than_the_signed_one_is_refused(String time) {
    Delivery delivery =
        new Delivery(
            Map.of("X-Signature", TIMED, "X-Timestamp", time), bytes("Hello, World!"), SIGNED_AT);

    assertThat(timed.refusal(delivery)).isPresent();
  }

  private static Delivery signed(String header, String signature, String body) {
    return new Delivery(Map.of(header, signature), bytes(body), SIGNED_AT);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
