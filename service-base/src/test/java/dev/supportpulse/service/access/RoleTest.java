package dev.supportpulse.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {

  @ParameterizedTest
  @CsvSource({
    "EMITTER, EMITTER",
    "VIEWER, VIEWER",
    "OPERATOR, EMITTER VIEWER OPERATOR",
    "ADMIN, EMITTER VIEWER OPERATOR ADMIN"
  })
  void includesTheseAndNoOther(Role role, String included) {
    assertThat(Arrays.stream(Role.values()).filter(role::includes))
        .containsExactly(
            Arrays.stream(included.split(" ")).map(Role::valueOf).toArray(Role[]::new));
  }
}
