package dev.supportpulse.intake.http;

import dev.supportpulse.service.problem.Problem;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 415 with the remedy: the commonest mistake is to leave out {@code Content-Type}. */
class UnsupportedMediaType {

  private static final int STATUS = 415;

  /** The type of the body; without one the framework lets it pass. */
  static MediaType required(HttpHeaders headers) {
    MediaType type = headers.getMediaType();
    if (type == null) {
      throw new NotSupportedException();
    }
    return type;
  }

  @ServerExceptionMapper
  Response refused(NotSupportedException failure) {
    Problem problem =
        Problem.of(
            STATUS,
            "UNSUPPORTED_MEDIA_TYPE",
            HttpHeaders.CONTENT_TYPE,
            "Content-Type must be application/json, %s or %s; /feedback also takes forms"
                .formatted(EventsResource.STRUCTURED, EventsResource.BATCH));
    return Response.status(STATUS).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
