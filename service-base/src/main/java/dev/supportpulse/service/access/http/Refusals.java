package dev.supportpulse.service.access.http;

import dev.supportpulse.service.access.Refusal;
import dev.supportpulse.service.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** How a refusal is told: 401 if another key is the remedy, else 403. */
final class Refusals {

  private static final int UNAUTHENTICATED = 401;
  private static final int FORBIDDEN = 403;
  private static final String CHALLENGE = "Bearer realm=\"support-pulse\"";

  private Refusals() {}

  /**
   * The answer.
   *
   * @param route what the route asks for; null if it doesn't say
   */
  static Response response(Refusal refusal, @Nullable Requires route) {
    int status = refusal.isAboutIdentity() ? UNAUTHENTICATED : FORBIDDEN;
    String field = refusal.isAboutIdentity() ? HttpHeaders.AUTHORIZATION : null;
    Response.ResponseBuilder response =
        Response.status(status)
            .type(Problem.MEDIA_TYPE)
            .entity(Problem.of(status, refusal.name(), field, detail(refusal, route)));
    if (refusal.isAboutIdentity()) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, challenge(refusal));
    }
    return response.build();
  }

  /** RFC 6750 §3: no error where no key was presented. */
  private static String challenge(Refusal refusal) {
    return refusal == Refusal.KEY_REQUIRED ? CHALLENGE : CHALLENGE + ", error=\"invalid_token\"";
  }

  private static String detail(Refusal refusal, @Nullable Requires route) {
    return switch (refusal) {
      case KEY_REQUIRED ->
          "this service asks who calls: send an API key as 'Authorization: Bearer sp_…'; its operators make one with ./run keys create";
      case KEY_INVALID ->
          "that is no key of this service: check that it is whole, for this installation and not revoked, or ask its operators for another";
      case KEY_EXPIRED -> "the key has expired: ask the operators of this service for another";
      case ROLE_FORBIDDEN ->
          "this route needs a key with the role %s: ask the operators of this service for one"
              .formatted(route == null ? "" : route.value());
      case PROJECT_FORBIDDEN ->
          route != null && route.project() == ProjectIn.QUERY
              ? "the key is for other projects: name one of its projects by the parameter 'project', or use a key for that one, or for * if all are meant"
              : route != null && route.project() == ProjectIn.EVERY
                  ? "this route is about every project: use a key whose projects are *"
                  : "the key is for other projects: use a key for this one";
      case ROUTE_UNDECLARED ->
          "this route doesn't say whom it is for, so it is closed to everyone: that is a defect of this service; report it";
    };
  }
}
