package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What became of a project's events, as metrics-service accounts for it. */
final class Accounting {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String[] OUTCOMES = {"accepted", "duplicate", "rejected", "quarantined"};

  private Accounting() {}

  /** Waits until these outcomes have been counted so often; those that aren't named may be any. */
  static void await(URI metrics, String project, Map<String, Long> expected) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    Map<String, Long> sums = sums(metrics, project);
    while (!sums.entrySet().containsAll(expected.entrySet()) && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
      sums = sums(metrics, project);
    }
    assertThat(sums).containsAllEntriesOf(expected);
  }

  private static Map<String, Long> sums(URI metrics, String project) throws Exception {
    Http.Answer answer = Http.get(metrics.resolve("/v1/accounting?project=" + project));
    Map<String, Long> sums = new HashMap<>();
    for (String outcome : OUTCOMES) {
      sums.put(outcome, 0L);
      for (JsonNode hour : answer.body().at("/rows")) {
        sums.merge(outcome, hour.at("/" + outcome).asLong(), Long::sum);
      }
    }
    return sums;
  }
}
