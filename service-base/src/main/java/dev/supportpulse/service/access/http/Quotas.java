package dev.supportpulse.service.access.http;

import dev.supportpulse.service.access.Allowance;
import dev.supportpulse.service.access.Allowances;
import dev.supportpulse.service.access.Caller;
import dev.supportpulse.service.problem.Problem;
import dev.supportpulse.service.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Quotas over HTTP. Every request takes one token at the door; a route that does more for it takes
 * the rest when it knows how much that is.
 *
 * <p>Callers are told by {@code RateLimit-Policy} and {@code RateLimit} as the IETF draft has them
 * since its revision 08 (draft-ietf-httpapi-ratelimit-headers; 11 of May 2026 is the latest):
 * {@code q} tokens fill an empty bucket within {@code w} seconds, {@code r} are left, and within
 * {@code t} seconds all are back.
 */
@Singleton
public class Quotas {

  private static final int PAYLOAD_TOO_LARGE = 413;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final String POLICY = "\"key\"";

  private final Allowances allowances;
  private final MeterRegistry meters;

  Quotas(Allowances allowances, MeterRegistry meters) {
    this.allowances = allowances;
    this.meters = meters;
  }

  /**
   * Takes the tokens of a request that is about that many items, beside the one taken at the door.
   *
   * @throws ProblemException 429 with {@code Retry-After}, or 413 if it must be split
   */
  public void takeForItems(SecurityContext context, int items) {
    Caller caller = CallerContext.callerOf(context);
    allowances
        .of(caller)
        .ifPresent(
            allowance -> {
              if (items > allowance.quota().burst()) {
                throw tooMany(allowance.quota().burst());
              }
              take(allowance, items - 1L);
            });
  }

  void takeAtTheDoor(Caller caller) {
    allowances.of(caller).ifPresent(allowance -> take(allowance, 1));
  }

  private void take(Allowance allowance, long tokens) {
    Allowance.Taking taking = allowance.take(tokens);
    if (taking instanceof Allowance.Wait wait) {
      meters.counter("supportpulse.access.refused", "reason", "QUOTA_EXHAUSTED").increment();
      throw new ProblemException(
          Problem.of(
              TOO_MANY_REQUESTS,
              "QUOTA_EXHAUSTED",
              null,
              "the quota of %s is used up: send the same again after %d s, or ask the operators of this service for more"
                  .formatted(allowance.quota(), seconds(wait.atLeast()))),
          Duration.ofSeconds(seconds(wait.atLeast())));
    }
    if (taking instanceof Allowance.TooMany tooMany) {
      throw tooMany(tooMany.most());
    }
  }

  private static ProblemException tooMany(long most) {
    return new ProblemException(
        Problem.of(
            PAYLOAD_TOO_LARGE,
            "QUOTA_TOO_SMALL",
            "",
            "the quota never has more than %d tokens at once, one for each event: split the batch, or ask the operators of this service for a larger burst"
                .formatted(most)));
  }

  /** Says on every answer what is left, where anything limits the caller. */
  @ServerResponseFilter
  public void tell(ContainerRequestContext request, ContainerResponseContext response) {
    allowances
        .of(CallerContext.callerOf(request.getSecurityContext()))
        .ifPresent(
            allowance -> {
              long burst = allowance.quota().burst();
              response
                  .getHeaders()
                  .putSingle(
                      "RateLimit-Policy",
                      "%s;q=%d;w=%d"
                          .formatted(POLICY, burst, seconds(allowance.quota().timeFor(burst))));
              response
                  .getHeaders()
                  .putSingle(
                      "RateLimit",
                      "%s;r=%d;t=%d"
                          .formatted(POLICY, allowance.left(), seconds(allowance.untilFull())));
            });
  }

  /** Rounded up: who comes back earlier comes in vain. */
  private static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
