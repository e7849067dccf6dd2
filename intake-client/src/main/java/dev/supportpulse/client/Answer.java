package dev.supportpulse.client;

import dev.supportpulse.client.generated.model.BatchResult;
import dev.supportpulse.client.generated.model.Problem;
import java.time.Duration;
import java.util.List;

/** What came of a request with a batch. */
sealed interface Answer {

  /** Intake told each event's result, in their order. */
  record Told(List<BatchResult> results) implements Answer {}

  /** The same request may succeed later. */
  record Later(Duration asked, String reason) implements Answer {}

  /** The request is larger than intake takes. */
  record TooLarge(Problem problem) implements Answer {}

  /** The request can't succeed. */
  record Refused(IntakeRefused why) implements Answer {}
}
