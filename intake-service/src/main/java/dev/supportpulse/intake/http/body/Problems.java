package dev.supportpulse.intake.http.body;

import dev.supportpulse.service.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Problem documents for requests that no route sees. */
final class Problems {

  private static final int UNSUPPORTED_MEDIA_TYPE = 415;
  private static final int SERVICE_UNAVAILABLE = 503;

  private Problems() {}

  /** Answers with that problem, and with the header that its status asks for. */
  static Future<Void> send(RoutingContext context, Problem problem, Duration retryAfter) {
    HttpServerResponse response = context.response();
    if (problem.status() == SERVICE_UNAVAILABLE) {
      response.putHeader(
          HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    } else if (problem.status() == UNSUPPORTED_MEDIA_TYPE) {
      response.putHeader(HttpHeaders.ACCEPT_ENCODING, Coding.ACCEPTED);
    }
    return response
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(JsonObject.mapFrom(problem).toBuffer());
  }

  /** The same to a client that isn't listened to any longer. */
  static void sendAndClose(RoutingContext context, Problem problem, Duration retryAfter) {
    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    send(context, problem, retryAfter).onComplete(sent -> context.request().connection().close());
  }
}
