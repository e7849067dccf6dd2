package dev.supportpulse.intake.webhook.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.intake.webhook.Delivery;
import dev.supportpulse.intake.webhook.Verifier.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The vectors are those of the reference libraries (standard-webhooks/standard-webhooks): "sign
 * function works" for v1, {@code TestAsymmetricWebhookSign} for v1a, with the public key that
 * belongs to its private one.
 */
class StandardSignatureTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String V1 = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final String PUBLIC_KEY = "whpk_ZlN4eg7dSSqi0moX9hQUk3orrOouK3QVQSlJa248c/g=";
  private static final String V1A =
      "v1a,tQ9V2XOqn7jL/DQenEFpqIugdBVtiMmER5mhSkXBNwM0mkATuDe6KYYUuxqtaiHeYGb7KaaBRdM5WqyeFiL8Ag==";
  private static final String OTHER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  private static final String OTHER_V1 = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";

  private static final String BODY = "{\"test\": 2432232314}";
  private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_614_265_330);

  private static final Map<String, String> HEADERS =
      Map.of(
          "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
          "webhook-timestamp", "1614265330",
          "webhook-signature", V1);

  @Test
  void the_reference_signature_with_a_shared_secret_is_genuine() {
    assertThat(refused(List.of(SECRET), V1)).isFalse();
  }

  @Test
  void the_reference_signature_with_a_private_key_is_genuine() {
    assertThat(refused(List.of(PUBLIC_KEY), V1A)).isFalse();
  }

  @Test
  void one_key_and_one_signature_that_match_are_enough() {
    assertThat(refused(List.of(OTHER_SECRET, SECRET), V1)).isFalse();
    assertThat(refused(List.of(SECRET), OTHER_V1 + " v2,AAAA " + V1)).isFalse();
    assertThat(refused(List.of(OTHER_SECRET, PUBLIC_KEY), V1 + " " + V1A)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1,",
        "v1",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,not base64!",
        "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=",
        "v1a,tQ9V2XOqn7jL/DQenEFpqIugdBVtiMmER5mhSkXBNwM0mkATuDe6KYYUuxqtaiHeYGb7KaaBRdM5WqyeFiL8Aw==",
      })
  void another_signature_is_refused(String signature) {
    assertThat(refused(List.of(SECRET, PUBLIC_KEY), signature)).isTrue();
  }

  @Test
  void a_wrong_key_is_refused() {
    assertThat(refused(List.of(OTHER_SECRET), V1)).isTrue();
    assertThat(refused(List.of("whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="), V1A)).isTrue();
  }

  @Test
  void only_the_first_ten_signatures_are_tried() {
    assertThat(refused(List.of(SECRET), (OTHER_V1 + " ").repeat(9) + V1)).isFalse();
    assertThat(refused(List.of(SECRET), (OTHER_V1 + " ").repeat(10) + V1)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "webhook-id, msg_other",
    "webhook-timestamp, 1614265331",
    "webhook-timestamp, soon",
    "webhook-signature, ''",
    "webhook-id, ''",
    "webhook-timestamp, ''",
  })
  void every_signed_header_counts(String header, String value) {
    Map<String, String> headers = new HashMap<>(HEADERS);
    headers.put(header, value);

    assertThat(verifier(List.of(SECRET)).refusal(new Delivery(headers, bytes(BODY), SIGNED_AT)))
        .isPresent();
  }

  @Test
  void a_changed_body_is_refused() {
    assertThat(
            verifier(List.of(SECRET))
                .refusal(new Delivery(HEADERS, bytes("{\"test\":2432232314}"), SIGNED_AT)))
        .map(Refusal::header)
        .hasValue("webhook-signature");
  }

  @ParameterizedTest
  @CsvSource({"300, false", "-300, false", "301, true", "-301, true"})
  void an_old_or_early_delivery_is_refused(long secondsLater, boolean refused) {
    Delivery delivery = new Delivery(HEADERS, bytes(BODY), SIGNED_AT.plusSeconds(secondsLater));

    assertThat(verifier(List.of(SECRET)).refusal(delivery).isPresent()).isEqualTo(refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_???", "whsec_", "whpk_AAAA", "whsk_x"})
  void an_unusable_secret_is_told_without_it(String secret) {
    assertThatThrownBy(() -> verifier(List.of(secret)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("MfKQ9r8")
        .hasMessageNotContaining("?");
  }

  private static boolean refused(List<String> secrets, String signature) {
    Map<String, String> headers = new HashMap<>(HEADERS);
    headers.put("webhook-signature", signature);
    return verifier(secrets).refusal(new Delivery(headers, bytes(BODY), SIGNED_AT)).isPresent();
  }

  private static StandardSignature verifier(List<String> secrets) {
    return new StandardSignature(secrets, Duration.ofMinutes(5));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
