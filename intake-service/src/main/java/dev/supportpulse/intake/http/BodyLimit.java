package dev.supportpulse.intake.http;

import dev.supportpulse.intake.config.IntakeConfig;
import dev.supportpulse.service.problem.Problem;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses bodies that say they are too large before any of them is kept. The framework's own limit
 * does the same without a problem document and closes the connection while the client still sends,
 * which many clients report as a broken connection: here the body is read to its end, discarded,
 * and answered.
 */
@ApplicationScoped
class BodyLimit {

  /** How many times the limit is still read for a good answer; who sends more is cut off. */
  private static final int PATIENCE = 8;

  private final long limit;

  BodyLimit(IntakeConfig config) {
    limit = config.maxRequestSize().asLongValue();
  }

  void register(@Observes Router router) {
    router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::check);
  }

  private void check(RoutingContext context) {
    long length = declaredLength(context);
    if (length <= limit || length > PATIENCE * limit) {
      context.next();
      return;
    }
    context.request().endHandler(end -> refuse(context, length)).resume();
  }

  private void refuse(RoutingContext context, long length) {
    Problem problem =
        Problem.of(
            413,
            "REQUEST_TOO_LARGE",
            "",
            "the request has %d bytes; at most %d are taken: split it".formatted(length, limit));
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(JsonObject.mapFrom(problem).toBuffer());
  }

  private static long declaredLength(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
