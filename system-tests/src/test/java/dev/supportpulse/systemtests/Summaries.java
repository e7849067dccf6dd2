package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** The summary of the last thirty days. */
final class Summaries {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Summaries() {}

  /** Waits until everything is counted: the log is read, and all texts were classified. */
  static JsonNode awaitComplete(URI metrics, String project) throws Exception {
    URI summary = metrics.resolve("/v1/projects/" + project + "/summary?window=P30D");
    Instant deadline = Instant.now().plus(PATIENCE);
    Http.Answer answer = Http.get(summary);
    while (!complete(answer) && Instant.now().isBefore(deadline)) {
      Thread.sleep(200);
      answer = Http.get(summary);
    }
    assertThat(complete(answer)).as("%s", answer.body()).isTrue();
    return answer.body();
  }

  private static boolean complete(Http.Answer answer) {
    return answer.status() == 200 && answer.body().at("/window/complete").asBoolean();
  }
}
