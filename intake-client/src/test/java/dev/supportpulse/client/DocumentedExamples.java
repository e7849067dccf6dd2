package dev.supportpulse.client;

import dev.supportpulse.client.generated.model.BatchResult;
import dev.supportpulse.client.generated.model.Status;
import dev.supportpulse.events.Channel;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.SurveyAnswered;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Java of docs/api: {@link DocumentedExamplesTest} runs it and compares the two. */
final class DocumentedExamples {

  private DocumentedExamples() {}

  static IntakeClient client(URI address, @Nullable String key) {
    IntakeClient client = IntakeClient.at(address).key(key).patience(Duration.ofMinutes(5)).build();
    return client;
  }

  static SupportEvent event() {
    SurveyAnswered answer =
        new SurveyAnswered(
            Map.of("overall", 5), "tickets:17", Channel.SURVEY, "PREMIUM", null, "回复很快", null);
    SupportEvent event =
        new SupportEvent(
            "demo", "/surveys", "answer-4711", Instant.now(), null, null, null, answer);
    return event;
  }

  static void send(IntakeClient client, List<SupportEvent> events) throws InterruptedException {
    for (BatchResult result : client.send(events)) {
      if (result.getStatus() != Status.ACCEPTED) {
        System.err.printf(
            "%s: %s %s %s%n",
            events.get(result.getIndex()).id(),
            result.getCode(),
            result.getField(),
            result.getMessage());
      }
    }
  }

  static List<String> stream(IntakeClient client, Iterable<SupportEvent> manyEvents)
      throws InterruptedException {
    List<String> refused = new ArrayList<>();
    try (OrderedSender<List<EventJson>> sender =
        new OrderedSender<>(
            client,
            4,
            (batch, results) -> {
              for (BatchResult result : results) {
                if (result.getStatus() == Status.REJECTED) {
                  refused.add(result.getId() + ": " + result.getMessage());
                }
              }
            })) {
      List<EventJson> batch = new ArrayList<>();
      for (SupportEvent event : manyEvents) {
        batch.add(EventJson.of(event));
        if (batch.size() == 500) {
          sender.send(batch, batch);
          batch = new ArrayList<>();
        }
      }
      sender.send(batch, batch);
      sender.flush();
    }
    return refused;
  }
}
