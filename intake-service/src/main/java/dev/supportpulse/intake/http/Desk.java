package dev.supportpulse.intake.http;

import dev.supportpulse.events.TraceParent;
import dev.supportpulse.intake.config.IntakeConfig;
import dev.supportpulse.intake.submission.Intake;
import dev.supportpulse.intake.submission.LogUnavailable;
import dev.supportpulse.intake.submission.Outcome;
import dev.supportpulse.intake.submission.Receipt;
import dev.supportpulse.intake.submission.Scope;
import dev.supportpulse.intake.submission.Submission;
import dev.supportpulse.service.access.http.CallerContext;
import dev.supportpulse.service.problem.Problem;
import dev.supportpulse.service.problem.ProblemException;
import dev.supportpulse.service.trace.Tracing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where the routes hand in what they read: gives receipts, waits for the log without a thread. */
@ApplicationScoped
class Desk {

  private static final String EVENTS = "supportpulse.intake.events";

  private final Intake intake;
  private final IntakeConfig config;
  private final BatchWorkers batchWorkers;
  private final Tracing tracing;
  private final Counter accepted;
  private final Counter duplicate;
  private final Counter conflicting;
  private final Counter quarantined;
  private final Counter rejected;

  Desk(
      Intake intake,
      IntakeConfig config,
      BatchWorkers batchWorkers,
      Tracing tracing,
      MeterRegistry meters) {
    this.intake = intake;
    this.config = config;
    this.batchWorkers = batchWorkers;
    this.tracing = tracing;
    accepted = meters.counter(EVENTS, "outcome", "accepted");
    duplicate = meters.counter(EVENTS, "outcome", "duplicate");
    conflicting = meters.counter(EVENTS, "outcome", "conflicting");
    quarantined = meters.counter(EVENTS, "outcome", "quarantined");
    rejected = meters.counter(EVENTS, "outcome", "rejected");
  }

  /** A receipt of now, for events of the caller's projects. */
  Receipt receipt(HttpHeaders headers, SecurityContext caller) {
    return receipt(headers, CallerContext.callerOf(caller).scope()::covers);
  }

  /** A receipt of now, for a sender that is trusted with every project. */
  Receipt receipt(HttpHeaders headers) {
    return receipt(headers, Scope.EVERY_PROJECT);
  }

  private Receipt receipt(HttpHeaders headers, Scope scope) {
    return new Receipt(
        () -> UUID.randomUUID().toString(),
        Instant.now(),
        scope,
        tracing.ofRequest(headers.getHeaderString(TraceParent.HEADER)));
  }

  /** The outcomes, once they are durable; fails with 503 and {@code Retry-After} if they aren't. */
  Uni<List<Outcome>> submit(List<Submission> submissions, Receipt receipt) {
    if (submissions.size() == 1) {
      batchWorkers.yieldToSingles();
    }
    return Uni.createFrom()
        .completionStage(() -> intake.submit(submissions, receipt))
        .invoke(outcomes -> outcomes.forEach(this::count))
        .onFailure(LogUnavailable.class)
        .transform(this::unavailable);
  }

  private void count(Outcome outcome) {
    outcome
        .<Counter>match(
            yes -> accepted,
            again -> duplicate,
            other -> conflicting,
            later -> quarantined,
            no -> rejected)
        .increment();
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
