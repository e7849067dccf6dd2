package dev.supportpulse.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.intake.config.HandshakeConfig;
import dev.supportpulse.service.problem.ProblemException;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandshakeTest {

  private static final Handshake LIMITED =
      new Handshake(config(List.of("eventemitter.example.com", "hub.example.org"), 100));

  @Test
  void an_allowed_origin_is_told_itself_and_its_rate() {
    var permission = LIMITED.permission("HUB.example.org");

    assertThat(permission.origin()).isEqualTo("HUB.example.org");
    assertThat(permission.rate()).isEqualTo("100");
  }

  @Test
  void another_origin_is_refused_with_the_remedy() {
    assertThatThrownBy(() -> LIMITED.permission("elsewhere.example.net"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("supportpulse.intake.handshake.allowed-origins");
  }

  @Test
  void by_default_all_may_send_at_any_rate() {
    var permission = new Handshake(config(List.of("*"), null)).permission("anywhere.example.net");

    assertThat(permission.origin()).isEqualTo("*");
    assertThat(permission.rate()).isEqualTo("*");
  }

  private static HandshakeConfig config(List<String> origins, @Nullable Integer rate) {
    return new HandshakeConfig() {
      @Override
      public List<String> allowedOrigins() {
        return origins;
      }

      @Override
      public OptionalInt allowedRate() {
        return rate == null ? OptionalInt.empty() : OptionalInt.of(rate);
      }
    };
  }
}
