package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.economics.estimate.NotEnough;
import dev.supportpulse.metrics.economics.plan.BadModel;
import dev.supportpulse.metrics.postgres.DatabaseException;
import dev.supportpulse.metrics.window.BadQuery;
import dev.supportpulse.service.problem.Problem;
import dev.supportpulse.service.problem.ProblemException;
import dev.supportpulse.service.problem.ProblemMappers;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the core and the database refuse, as problem documents. */
public class FailureMappers {

  private final ProblemMappers problems = new ProblemMappers();

  @ServerExceptionMapper
  public Response badQuery(BadQuery failure) {
    return problems.problem(
        ProblemException.invalid(failure.parameter(), String.valueOf(failure.getMessage())));
  }

  @ServerExceptionMapper
  public Response badModel(BadModel failure) {
    return problems.problem(
        ProblemException.invalid("/" + failure.field(), String.valueOf(failure.getMessage())));
  }

  @ServerExceptionMapper
  public Response notEnough(NotEnough failure) {
    return problems.problem(
        ProblemException.invalid(failure.field(), String.valueOf(failure.getMessage())));
  }

  /** A passing failure of the database is worth another try; the others are ours. */
  @ServerExceptionMapper
  public Response database(DatabaseException failure) {
    if (!failure.isPassing()) {
      return problems.unexpected(failure);
    }
    Problem problem =
        Problem.of(
            503,
            "DATABASE_UNAVAILABLE",
            null,
            "the database is away or took too long: try again, or ask for a shorter span");
    return problems.problem(new ProblemException(problem, Duration.ofSeconds(1)));
  }
}
