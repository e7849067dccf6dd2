package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.config.MetricsConfig;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.Problem;
import dev.supportpulse.service.problem.ProblemException;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/**
 * {@code GET /v1/projects/{project}/topics}: what users ask about. classifier-service, which reads
 * texts, answers; the route is here so that the dashboard finds everything at one origin.
 */
@Path("/v1/projects/{project}/topics")
@Tag(name = "Figures")
public class TopicsResource {

  static final Set<String> PARAMETERS = Set.of("window", "limit");

  private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(1);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTED_WITHIN)
          .executor(Infrastructure.getDefaultExecutor())
          .build();
  private final MetricsConfig config;

  TopicsResource(MetricsConfig config) {
    this.config = config;
  }

  /** Passes question and answer on, and with them who asks. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @NonBlocking
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "topics",
      summary = "Terms that stand out of a window, and questions asked again and again",
      description = "What GET /v1/topics of classifier-service answers about the project.")
  @APIResponse(
      responseCode = "200",
      description = "Terms and questions",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "503", description = "classifier-service doesn't answer now")
  public Uni<Response> topics(
      @RestPath String project, @Context UriInfo uri, @Context HttpHeaders headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(question(project, Parameters.of(uri, PARAMETERS)))
            .timeout(config.classifierWithin());
    String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      request.header(HttpHeaders.AUTHORIZATION, authorization);
    }
    return Uni.createFrom()
        .completionStage(() -> http.sendAsync(request.build(), BodyHandlers.ofByteArray()))
        .map(TopicsResource::passedOn)
        .onFailure(IOException.class)
        .transform(failure -> unavailable());
  }

  private URI question(String project, Parameters parameters) {
    StringBuilder query =
        new StringBuilder("/v1/topics?project=").append(encoded(Selection.checkedProject(project)));
    for (String name : new TreeSet<>(PARAMETERS)) {
      String value = parameters.text(name);
      if (value != null) {
        query.append('&').append(name).append('=').append(encoded(value));
      }
    }
    return config.classifierUrl().resolve(query.toString());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static Response passedOn(HttpResponse<byte[]> answer) {
    Response.ResponseBuilder response =
        Response.status(answer.statusCode())
            .type(
                answer
                    .headers()
                    .firstValue(HttpHeaders.CONTENT_TYPE)
                    .orElse(MediaType.APPLICATION_JSON))
            .entity(answer.body());
    answer
        .headers()
        .firstValue(HttpHeaders.RETRY_AFTER)
        .ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
    return response.build();
  }

  private static ProblemException unavailable() {
    return new ProblemException(
        Problem.of(
            503,
            "CLASSIFIER_UNAVAILABLE",
            null,
            "classifier-service, which reads texts, doesn't answer now: ask again"),
        RETRY_AFTER);
  }
}
