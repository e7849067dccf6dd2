package dev.supportpulse.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a request into a problem document. */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  public Response problem(ProblemException failure) {
    Response.ResponseBuilder response = respond(failure.problem());
    Duration retryAfter = failure.retryAfter();
    if (retryAfter != null) {
      response.header(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()));
    }
    return response.build();
  }

  /** A body that is not JSON, or not JSON of the shape that the route takes. */
  @ServerExceptionMapper
  public Response unreadable(JsonProcessingException failure) {
    if (failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String field =
          mapping.getPath().stream()
              .map(
                  at ->
                      at.getFieldName() != null
                          ? at.getFieldName()
                          : Integer.toString(at.getIndex()))
              .collect(Collectors.joining("/", "/", ""));
      String detail =
          failure instanceof UnrecognizedPropertyException
              ? "is not a field of this body"
              : "has the wrong type or format";
      return respond(Problem.of(400, "INVALID_FIELD", field, detail)).build();
    }
    return respond(Problem.of(400, "NOT_JSON", "", "the body is not valid JSON")).build();
  }

  /** JSON of another shape; ahead of the framework's own answer, which is no problem document. */
  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException failure) {
    return unreadable(failure);
  }

  /** What the framework refuses by itself: no such route, method, media type, parameter format. */
  @ServerExceptionMapper
  public Response refused(WebApplicationException failure) {
    if (failure.getCause() instanceof JsonProcessingException unreadable) {
      return unreadable(unreadable);
    }
    Response original = failure.getResponse();
    int status = original.getStatus();
    if (status < 400) {
      return original;
    }
    String code = Response.Status.fromStatusCode(status) == null ? "ERROR" : codeOf(status);
    String detail =
        failure.getMessage() == null ? "HTTP " + status : String.valueOf(failure.getMessage());
    return respond(Problem.of(status, code, null, detail)).build();
  }

  @ServerExceptionMapper
  public Response unexpected(Exception failure) {
    LOG.error("request failed", failure);
    return respond(
            Problem.of(500, "INTERNAL_ERROR", null, "the service failed; its log has the reason"))
        .build();
  }

  private static String codeOf(int status) {
    return Response.Status.fromStatusCode(status).name();
  }

  private static Response.ResponseBuilder respond(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
  }
}
