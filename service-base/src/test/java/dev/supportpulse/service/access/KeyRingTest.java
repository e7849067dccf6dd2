package dev.supportpulse.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.service.access.Identification.Known;
import dev.supportpulse.service.access.Identification.Refused;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private static final Scope DEMO = Scope.of(List.of("demo"));

  private final KeyRing ring =
      KeyRing.of(List.of(Keys.of(Keys.FORUM, Role.EMITTER, DEMO, NOW.plusSeconds(1))));

  @Test
  void whoHasTheKeyIsKnown() {
    assertThat(ring.identify(Keys.FORUM.text(), NOW))
        .isEqualTo(new Known(new Caller("0123456789ab", Role.EMITTER, DEMO, null)));
  }

  @Test
  void theIdAloneIsNotEnough() {
    String guessed = "sp_0123456789ab_" + "00".repeat(32);

    assertThat(ring.identify(guessed, NOW))
        .isEqualTo(new Refused(Refusal.KEY_INVALID, "0123456789ab"));
  }

  @Test
  void theSecretOfAnotherIdIsNotEnough() {
    String mixed = "sp_ba9876543210_" + Keys.FORUM.text().substring("sp_0123456789ab_".length());

    assertThat(ring.identify(mixed, NOW))
        .isEqualTo(new Refused(Refusal.KEY_INVALID, "ba9876543210"));
  }

  @Test
  void aKeyIsGoodUntilItExpires() {
    assertThat(ring.identify(Keys.FORUM.text(), NOW.plusMillis(999))).isInstanceOf(Known.class);
    assertThat(ring.identify(Keys.FORUM.text(), NOW.plusSeconds(1)))
        .isEqualTo(new Refused(Refusal.KEY_EXPIRED, "0123456789ab"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sp_", "secret", "sp_0123456789AB_", "sp_\n\n_injected"})
  void whatHasNotTheFormOfAKeyIsNotRepeated(String text) {
    assertThat(ring.identify(text, NOW)).isEqualTo(new Refused(Refusal.KEY_INVALID, null));
  }

  @Test
  void keysAreDrawnAnewAndDoNotShowInText() {
    SecureRandom random = new SecureRandom();
    KeyText one = KeyText.draw(random);
    KeyText other = KeyText.draw(random);

    assertThat(one).isNotEqualTo(other);
    assertThat(one.hashHex()).hasSize(64).isNotEqualTo(other.hashHex());
    assertThat(one).hasToString("sp_" + one.id() + "_…");
    assertThatThrownBy(() -> new KeyText("topsecret")).hasMessageNotContaining("topsecret");
  }

  @Test
  void twoKeysOfOneIdAreRefused() {
    ApiKey key = Keys.of(Keys.FORUM, Role.VIEWER, DEMO, null);

    assertThatThrownBy(() -> KeyRing.of(List.of(key, key))).hasMessageContaining("0123456789ab");
  }
}
