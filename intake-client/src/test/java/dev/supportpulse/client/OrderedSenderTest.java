package dev.supportpulse.client;

import static dev.supportpulse.client.IntakeClientTest.accepted;
import static dev.supportpulse.client.IntakeClientTest.events;
import static dev.supportpulse.client.IntakeClientTest.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.client.Answers.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedSenderTest {

  private static final int IN_FLIGHT = 3;

  @Test
  void results_come_in_the_order_of_the_batches_and_no_more_than_so_many_wait() throws Exception {
    List<Integer> settled = new ArrayList<>();
    try (Answers intake = new Answers(request -> told(request, event -> accepted()));
        OrderedSender<Integer> sender =
            new OrderedSender<>(
                IntakeClient.at(intake.address()).build(),
                IN_FLIGHT,
                (batch, results) -> settled.add(batch))) {
      for (int batch = 0; batch < 20; batch++) {
        sender.send(batch, List.of(EventJson.of(events(1).get(0))));
        assertThat(batch + 1 - settled.size()).isLessThanOrEqualTo(IN_FLIGHT);
      }
      sender.flush();
    }
    assertThat(settled).containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
  }

  @Test
  void a_refusal_reaches_who_sends() {
    try (Answers intake = new Answers(request -> Answer.of(403, "{}"));
        OrderedSender<Integer> sender =
            new OrderedSender<>(
                IntakeClient.at(intake.address()).build(), IN_FLIGHT, (batch, results) -> {})) {
      assertThatThrownBy(
              () -> {
                sender.send(0, List.of(EventJson.of(events(1).get(0))));
                sender.flush();
              })
          .isInstanceOf(IntakeRefused.class)
          .hasMessageContaining("403");
    }
  }
}
