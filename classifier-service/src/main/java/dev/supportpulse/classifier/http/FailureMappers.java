package dev.supportpulse.classifier.http;

import dev.supportpulse.classifier.background.DatabaseAway;
import dev.supportpulse.classifier.kafka.BrokerAway;
import dev.supportpulse.service.problem.Problem;
import dev.supportpulse.service.problem.ProblemException;
import dev.supportpulse.service.problem.ProblemMappers;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What database and broker refuse, as problem documents. */
public class FailureMappers {

  private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

  private final ProblemMappers problems = new ProblemMappers();

  @ServerExceptionMapper
  public Response database(DatabaseAway failure) {
    Problem problem =
        Problem.of(
            503,
            "DATABASE_UNAVAILABLE",
            null,
            "the database is away, so nothing was stored: try again; texts are classified"
                + " meanwhile");
    return problems.problem(new ProblemException(problem, TRY_AGAIN));
  }

  @ServerExceptionMapper
  public Response broker(BrokerAway failure) {
    Problem problem =
        Problem.of(503, "BROKER_UNAVAILABLE", null, "the broker gives no answer: try again");
    return problems.problem(new ProblemException(problem, TRY_AGAIN));
  }
}
