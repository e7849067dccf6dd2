package dev.supportpulse.systemtests;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventCodec;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Events by number, so that whoever counts them can say what must come out without asking the
 * system. Of ten in a row six are feedbacks (three positive, two negative, one neutral), one of
 * them with a text; two are costs; one opens a case and one resolves the case of the ten before.
 */
final class Load {

  private static final List<String> SENTIMENTS =
      List.of("POSITIVE", "NEGATIVE", "POSITIVE", "NEUTRAL", "NEGATIVE", "POSITIVE");
  private static final List<String> CHANNELS = List.of("FORUM", "EMAIL", "CHAT");

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String project;
  private final Instant start;
  private int sentAgain;

  /** Events of the last twenty days before {@code now}. */
  Load(String project, Instant now) {
    this.project = project;
    this.start = now.truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(20));
  }

  /** Posts the events of these numbers at once, and insists on 202: again for as long as 503. */
  void post(URI intake, int from, int to) throws IOException, InterruptedException {
    ArrayNode batch = EventCodec.mapper().createArrayNode();
    for (int number = from; number < to; number++) {
      batch.add(event(number));
    }
    Instant deadline = Instant.now().plus(PATIENCE);
    Http.Answer answer = send(intake, batch);
    while (answer.status() == 503 && Instant.now().isBefore(deadline)) {
      sentAgain += batch.size();
      Thread.sleep(200);
      answer = send(intake, batch);
    }
    if (answer.status() != 202) {
      throw new AssertionError("intake answered " + answer.status() + ": " + answer.body());
    }
  }

  private static Http.Answer send(URI intake, ArrayNode batch)
      throws IOException, InterruptedException {
    return Http.post(
        intake.resolve("/v1/events"), "application/cloudevents-batch+json", batch.toString());
  }

  String project() {
    return project;
  }

  /** How many events were posted again after a 503: each of them may be in the log twice. */
  int sentAgain() {
    return sentAgain;
  }

  ObjectNode event(int number) {
    ObjectNode event = EventCodec.mapper().createObjectNode();
    event.put("specversion", "1.0").put("project", project).put("source", "/load");
    event.put("id", "event-" + number);
    event.put("time", start.plusSeconds(number * 30L).toString());
    ObjectNode data = event.putObject("data");
    int kind = number % 10;
    if (kind < 6) {
      event.put("type", "dev.supportpulse.feedback.submitted");
      data.put("sentiment", SENTIMENTS.get(kind)).put("channel", channel(number));
      if (kind == 0) {
        data.put("text", "The query planner got slower after the upgrade, number " + number);
      }
    } else if (kind < 8) {
      event.put("type", "dev.supportpulse.cost.recorded");
      data.put("kind", "VARIABLE").put("amount", cost(number).toPlainString());
      data.put("currency", "USD").put("channel", channel(number));
    } else if (kind == 8) {
      event.put("type", "dev.supportpulse.case.opened");
      data.put("caseId", "case-" + number / 10).put("channel", channel(number));
    } else {
      event.put("type", "dev.supportpulse.case.resolved");
      data.put("caseId", "case-" + (number / 10 - 1));
    }
    return event;
  }

  /** In which group an event is counted. */
  static String channel(int number) {
    return CHANNELS.get(number / 10 % CHANNELS.size());
  }

  static BigDecimal cost(int number) {
    return BigDecimal.valueOf(number % 997, 2);
  }
}
