package dev.supportpulse.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {

  @Test
  void coversTheProjectsThatItNames() {
    Scope scope = Scope.of(List.of("demo", "books"));

    assertThat(scope.covers("demo")).isTrue();
    assertThat(scope.covers("dem")).isFalse();
    assertThat(scope.covers("*")).isFalse();
    assertThat(scope.isEveryProject()).isFalse();
    assertThat(scope).hasToString("books, demo");
  }

  @Test
  void aStarCoversEveryProject() {
    assertThat(Scope.EVERY_PROJECT.covers("any")).isTrue();
    assertThat(Scope.of(List.of("*"))).isEqualTo(Scope.EVERY_PROJECT);
  }

  @Test
  void aScopeThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new Scope(Set.of())).hasMessageContaining("at least one project");
    assertThatThrownBy(() -> Scope.of(List.of("Demo"))).hasMessageContaining("'Demo'");
    assertThatThrownBy(() -> Scope.of(List.of("*", "demo"))).hasMessageContaining("* alone");
  }
}
