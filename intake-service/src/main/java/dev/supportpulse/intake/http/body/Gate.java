package dev.supportpulse.intake.http.body;

import dev.supportpulse.intake.config.IntakeConfig;
import dev.supportpulse.service.access.Access;
import dev.supportpulse.service.problem.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Where requests with a body come in. Those that say that it is too large, or packed in an unknown
 * way, are refused before any of it is kept; the bodies of the others are read whole before their
 * route sees them, so that no route and no thread ever waits for a client.
 */
@ApplicationScoped
class Gate {

  private static final long UNKNOWN = -1;

  private final Bounds bounds;
  private final Admission admission;
  private final Parties parties;
  private final WorkerExecutor unpackers;
  private final MeterRegistry meters;
  private final Gauge inside;

  Gate(IntakeConfig config, Access access, Vertx vertx, MeterRegistry meters) {
    bounds = Bounds.of(config);
    admission = new Admission(config.maxInFlightSize().asLongValue(), config.maxInFlightShare());
    parties = new Parties(access);
    unpackers = vertx.createSharedWorkerExecutor("unpacking", config.unpackThreads());
    this.meters = meters;
    inside =
        Gauge.builder("supportpulse.intake.in.flight.bytes", admission, Admission::inside)
            .description("Bytes of request bodies in memory")
            .register(meters);
  }

  void register(@Observes Router router) {
    router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::check);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    long length = declaredLength(request);
    if (!hasBody(request, length)) {
      context.next();
      return;
    }
    Coding coding = Coding.of(request.headers().getAll(HttpHeaders.CONTENT_ENCODING)).orElse(null);
    Problem refusal =
        length > bounds.bytes()
            ? bounds.tooLarge(length)
            : coding == null ? Bounds.unknownCoding() : null;
    boolean asks = request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true);
    if (refusal != null && (asks || bounds.hopeless(length))) {
      Problems.sendAndClose(context, refusal, bounds.retryAfter());
      return;
    }
    if (asks) {
      request.headers().remove(HttpHeaders.EXPECT);
      context.response().writeContinue();
    }
    Admission.Visit visit = admission.visit(parties.of(request));
    context.addEndHandler(end -> visit.leave());
    new Reading(context, refusal, coding, bounds, visit, unpackers).start();
  }

  /** Without both headers there is no body (RFC 9112 §6.3), except in HTTP/2, which frames it. */
  private static boolean hasBody(HttpServerRequest request, long declaredLength) {
    boolean framed =
        request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
            || request.version() == HttpVersion.HTTP_2;
    return declaredLength == UNKNOWN ? framed : declaredLength > 0;
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? UNKNOWN : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return UNKNOWN;
    }
  }

  @PreDestroy
  void close() {
    meters.remove(inside);
    unpackers.close();
  }
}
