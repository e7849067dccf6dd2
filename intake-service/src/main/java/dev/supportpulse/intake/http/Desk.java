package dev.supportpulse.intake.http;

import dev.supportpulse.intake.config.IntakeConfig;
import dev.supportpulse.intake.submission.Intake;
import dev.supportpulse.intake.submission.LogUnavailable;
import dev.supportpulse.intake.submission.Outcome;
import dev.supportpulse.intake.submission.Receipt;
import dev.supportpulse.intake.submission.Submission;
import dev.supportpulse.service.problem.Problem;
import dev.supportpulse.service.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where the routes hand in what they read: gives receipts, waits for the log without a thread. */
@ApplicationScoped
class Desk {

  private final Intake intake;
  private final IntakeConfig config;

  Desk(Intake intake, IntakeConfig config) {
    this.intake = intake;
    this.config = config;
  }

  /** A receipt of now. */
  Receipt receipt() {
    return new Receipt(UUID.randomUUID().toString(), Instant.now());
  }

  /** The outcomes, once they are durable; fails with 503 and {@code Retry-After} if they aren't. */
  Uni<List<Outcome>> submit(List<Submission> submissions, Receipt receipt) {
    return Uni.createFrom()
        .completionStage(() -> intake.submit(submissions, receipt))
        .onFailure(LogUnavailable.class)
        .transform(this::unavailable);
  }

  private ProblemException unavailable(Throwable failure) {
    return new ProblemException(
        Problem.of(
            503,
            "LOG_UNAVAILABLE",
            null,
            "the events could not be made durable now: send the same request again"),
        config.retryAfter());
  }
}
