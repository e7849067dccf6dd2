package dev.supportpulse.intake.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

  private final Pseudonyms pseudonyms = Cleaners.pseudonyms();

  @Test
  void a_user_is_named_by_the_key_and_128_bits() {
    assertThat(pseudonyms.of("demo", "ana"))
        .matches("u_t2_[A-Za-z0-9_-]{22}")
        .isEqualTo(pseudonyms.of("demo", "ana"));
  }

  @Test
  void nobody_shares_a_name_with_another_user_or_project() {
    assertThat(
            List.of(
                pseudonyms.of("demo", "ana"),
                pseudonyms.of("demo", "bob"),
                pseudonyms.of("other", "ana"),
                pseudonyms.of("demoa", "na")))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_pseudonym_that_a_client_sends_is_a_name_like_any_other() {
    String once = pseudonyms.of("demo", "ana");

    assertThat(pseudonyms.of("demo", once)).isNotEqualTo(once);
  }

  @Test
  void all_names_of_a_user_can_be_told_across_rotations() {
    Pseudonyms before = new Pseudonyms(List.of(Cleaners.OLD));

    assertThat(pseudonyms.allOf("demo", "ana"))
        .containsExactly(pseudonyms.of("demo", "ana"), before.of("demo", "ana"));
  }

  @Test
  void keys_are_long_enough_and_told_apart() {
    assertThatThrownBy(() -> PseudonymKey.of("k1", new byte[31])).hasMessageContaining("needs 32");
    assertThatThrownBy(() -> PseudonymKey.of("K_1", new byte[32])).hasMessageContaining("id");
    assertThatThrownBy(() -> new Pseudonyms(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Pseudonyms(List.of(Cleaners.OLD, Cleaners.OLD)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
