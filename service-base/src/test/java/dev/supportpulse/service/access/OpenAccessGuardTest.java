package dev.supportpulse.service.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAccessGuardTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.53", "localhost", "::1"})
  void loopbackNeedsNoFurtherWord(String host) {
    assertThatCode(() -> start(AccessMode.CLOSED, host)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void beyondLoopbackItRefusesToStartAndNamesTheRemedy(String host) {
    assertThatThrownBy(() -> start(AccessMode.CLOSED, host))
        .hasMessageContaining("quarkus.http.host=" + host)
        .hasMessageContaining("supportpulse.access=open");
  }

  @Test
  void openAccessIsTakenAtItsWord() {
    assertThatCode(() -> start(AccessMode.OPEN, "0.0.0.0")).doesNotThrowAnyException();
  }

  private static void start(AccessMode access, String host) {
    new OpenAccessGuard(() -> access, host).check(new StartupEvent());
  }
}
