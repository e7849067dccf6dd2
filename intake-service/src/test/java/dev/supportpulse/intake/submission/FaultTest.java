package dev.supportpulse.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultTest {

  @Test
  void what_a_fault_quotes_can_be_kept_anywhere() {
    Fault fault = new Fault(Reason.INVALID_TEXT, "/a\u0000\ud800/😀/帖子", "is\nbad");

    assertThat(fault.field()).isEqualTo("/a\uFFFD\uFFFD/😀/帖子");
    assertThat(fault.message()).isEqualTo("is\uFFFDbad");
  }

  @Test
  void what_a_fault_quotes_is_short() {
    Fault fault = new Fault(Reason.INVALID_FIELD, "/" + "😀".repeat(5000), "x".repeat(5000));

    assertThat(fault.field().codePoints()).hasSize(1024);
    assertThat(fault.message()).hasSize(2000);
  }
}
