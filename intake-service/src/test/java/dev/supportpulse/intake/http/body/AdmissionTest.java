package dev.supportpulse.intake.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdmissionTest {

  private final Admission admission = new Admission(100);
  private final Admission.Visit one = admission.visit();
  private final Admission.Visit other = admission.visit();

  @Test
  void as_much_as_the_limit_is_let_in() {
    assertThat(one.enter(60)).isTrue();
    assertThat(other.enter(40)).isTrue();
    assertThat(other.enter(1)).isFalse();
    assertThat(admission.inside()).isEqualTo(100);
  }

  @Test
  void what_leaves_makes_room_once() {
    one.enter(100);
    one.leave();
    one.leave();

    assertThat(admission.inside()).isZero();
    assertThat(other.enter(100)).isTrue();
  }

  @Test
  void whoever_is_alone_is_let_in_piece_by_piece() {
    assertThat(one.enter(80)).isTrue();
    assertThat(one.enter(80)).isTrue();
    assertThat(other.enter(1)).isFalse();
  }

  @Test
  void who_has_left_does_not_come_back() {
    one.enter(10);
    one.leave();

    assertThat(one.enter(10)).isFalse();
    assertThat(admission.inside()).isZero();
  }
}
