package dev.supportpulse.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdmissionTest {

  private final Admission admission = new Admission(100);

  @Test
  void as_much_as_the_limit_is_let_in() {
    assertThat(admission.enter(60)).isTrue();
    assertThat(admission.enter(40)).isTrue();
    assertThat(admission.enter(1)).isFalse();
  }

  @Test
  void what_leaves_makes_room() {
    admission.enter(100);
    admission.leave(50);

    assertThat(admission.enter(51)).isFalse();
    assertThat(admission.enter(50)).isTrue();
  }

  @Test
  void whoever_comes_alone_is_let_in() {
    assertThat(admission.enter(1000)).isTrue();
    assertThat(admission.enter(1)).isFalse();
  }
}
