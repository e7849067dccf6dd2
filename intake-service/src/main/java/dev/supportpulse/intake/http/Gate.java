package dev.supportpulse.intake.http;

import dev.supportpulse.intake.config.IntakeConfig;
import dev.supportpulse.service.problem.Problem;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses a request before any of its body is kept: one that says it is too large, and any while
 * too much is worked on already.
 *
 * <p>The framework's own limit closes the connection while the client still sends, which many
 * clients report as a broken connection. Here a body that is not hopelessly large is read to its
 * end, discarded and answered.
 */
@ApplicationScoped
class Gate {

  /** How many times the limit is still read for a good answer; who sends more is cut off. */
  private static final int PATIENCE = 8;

  private static final Problem TOO_BUSY =
      Problem.of(
          503, "TOO_BUSY", null, "too much is worked on already: send the same request again");

  private final long limit;
  private final long eventSize;
  private final Admission admission;
  private final String retryAfter;

  Gate(IntakeConfig config) {
    limit = config.maxRequestSize().asLongValue();
    eventSize = config.maxEventSize().asLongValue();
    admission = new Admission(config.maxInFlightSize().asLongValue());
    retryAfter = Long.toString(config.retryAfter().toSeconds());
  }

  void register(@Observes Router router) {
    router
        .route()
        .method(HttpMethod.POST)
        .order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1)
        .handler(this::check);
  }

  private void check(RoutingContext context) {
    long length = declaredLength(context);
    if (length > PATIENCE * limit) {
      context.next();
    } else if (length > limit) {
      refuse(context, tooLarge(length));
    } else if (admission.enter(length)) {
      context.addEndHandler(end -> admission.leave(length));
      context.next();
    } else {
      context.response().putHeader(HttpHeaders.RETRY_AFTER, retryAfter);
      refuse(context, TOO_BUSY);
    }
  }

  private Problem tooLarge(long length) {
    return Problem.of(
        413,
        "REQUEST_TOO_LARGE",
        "",
        "the request has %d bytes; at most %d are taken: split it".formatted(length, limit));
  }

  private static void refuse(RoutingContext context, Problem problem) {
    context
        .request()
        .endHandler(
            end ->
                context
                    .response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(JsonObject.mapFrom(problem).toBuffer()))
        .resume();
  }

  /** A body of unknown length is taken for one event of the largest size. */
  private long declaredLength(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? eventSize : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return eventSize;
    }
  }
}
