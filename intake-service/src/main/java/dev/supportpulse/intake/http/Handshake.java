package dev.supportpulse.intake.http;

import dev.supportpulse.intake.config.HandshakeConfig;
import dev.supportpulse.service.problem.Problem;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The handshake of CloudEvents HTTP web hooks 1.0.2, §4: before it delivers, a sender asks by
 * {@code OPTIONS} whether we agree. A callback for a later answer isn't offered: the answer is
 * known.
 */
@ApplicationScoped
class Handshake {

  private static final String REQUEST_ORIGIN = "WebHook-Request-Origin";
  private static final String ALLOWED_ORIGIN = "WebHook-Allowed-Origin";
  private static final String ALLOWED_RATE = "WebHook-Allowed-Rate";

  private static final String ANY = "*";
  private static final String METHODS = "POST, OPTIONS";

  private final List<String> origins;
  private final String rate;

  Handshake(HandshakeConfig config) {
    origins = config.allowedOrigins();
    rate =
        config.allowedRate().isPresent() ? Integer.toString(config.allowedRate().getAsInt()) : ANY;
  }

  /**
   * What a sender is allowed.
   *
   * @param origin the sender itself, or {@code *} for all
   * @param rate requests a minute, or {@code *} for any number
   */
  record Permission(String origin, String rate) {}

  /** Agrees, if the origin is allowed; without an origin it only tells the methods. */
  Response answer(HttpHeaders headers) {
    Response.ResponseBuilder answer = Response.noContent().header(HttpHeaders.ALLOW, METHODS);
    String origin = headers.getHeaderString(REQUEST_ORIGIN);
    if (origin != null) {
      Permission permission = permission(origin);
      answer.header(ALLOWED_ORIGIN, permission.origin()).header(ALLOWED_RATE, permission.rate());
    }
    return answer.build();
  }

  /** What that origin is allowed; ends the request with 403 if nothing. */
  Permission permission(String origin) {
    if (origins.contains(ANY)) {
      return new Permission(ANY, rate);
    }
    if (origins.stream().anyMatch(origin::equalsIgnoreCase)) {
      return new Permission(origin, rate);
    }
    throw new ProblemException(
        Problem.of(
            403,
            "ORIGIN_NOT_ALLOWED",
            REQUEST_ORIGIN,
            "this origin may not send here: add it to supportpulse.intake.handshake.allowed-origins"));
  }
}
