package dev.supportpulse.intake.webhook.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.SupportEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedeliveryTest {

  @ParameterizedTest
  @MethodSource("names")
  void a_delivery_that_comes_again_later_tells_the_same_events(String name) {
    List<SupportEvent> first = Deliveries.events(name);
    List<SupportEvent> again =
        Deliveries.events(name, Deliveries.NOW.plusSeconds(3600), "delivery-2");

    assertThat(again).extracting(SupportEvent::identity).doesNotHaveDuplicates();
    assertThat(again)
        .extracting(SupportEvent::identity)
        .isEqualTo(first.stream().map(SupportEvent::identity).toList());
    assertThat(again)
        .extracting(SupportEvent::digest)
        .isEqualTo(first.stream().map(SupportEvent::digest).toList());
  }

  static Stream<String> names() {
    return Deliveries.names().filter(name -> !name.endsWith("/foreign-project"));
  }
}
