package dev.supportpulse.intake.http;

import dev.supportpulse.intake.config.IntakeConfig;
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
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code GET /v1/accounting}: intake stores nothing, so metrics-service, which counts in its ingest
 * transactions, answers.
 */
@Path("/v1/accounting")
@Tag(name = "accounting", description = "What became of everything that was received")
public class AccountingResource {

  private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(1);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTED_WITHIN)
          .executor(Infrastructure.getDefaultExecutor())
          .build();
  private final IntakeConfig config;

  AccountingResource(IntakeConfig config) {
    this.config = config;
  }

  /** Passes question and answer on as they are, and with them who asks. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.QUERY)
  @NonBlocking
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getAccounting",
      summary = "received = accepted + duplicate + rejected + quarantined, per project and hour",
      description = "Counted by metrics-service; items without a valid project are 'unknown'.")
  @Parameter(
      name = "project",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING),
      description = "All, if left out")
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING),
      description = "RFC 3339 or a date")
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING),
      description = "RFC 3339 or a date; not included")
  @APIResponse(
      responseCode = "200",
      description = "Rows by project and hour of receipt",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "an hour", value = Examples.ACCOUNTING)))
  @APIResponse(responseCode = "400", description = "Not such parameters; `field` names the one")
  @APIResponse(responseCode = "503", description = "metrics-service doesn't answer now")
  public Uni<Response> accounting(@Context UriInfo uri, @Context HttpHeaders headers) {
    String query = uri.getRequestUri().getRawQuery();
    URI question =
        config.accountingUrl().resolve("/v1/accounting" + (query == null ? "" : "?" + query));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(question).timeout(config.accountingWithin());
    String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      request.header(HttpHeaders.AUTHORIZATION, authorization);
    }
    return Uni.createFrom()
        .completionStage(() -> http.sendAsync(request.build(), BodyHandlers.ofByteArray()))
        .map(AccountingResource::passedOn)
        .onFailure(IOException.class)
        .transform(this::unavailable);
  }

  private static Response passedOn(HttpResponse<byte[]> answer) {
    return Response.status(answer.statusCode())
        .type(
            answer
                .headers()
                .firstValue(HttpHeaders.CONTENT_TYPE)
                .orElse(MediaType.APPLICATION_JSON))
        .entity(answer.body())
        .build();
  }

  private ProblemException unavailable(Throwable failure) {
    return new ProblemException(
        Problem.of(
            503,
            "METRICS_UNAVAILABLE",
            null,
            "metrics-service, which keeps the accounts, doesn't answer now: ask again"),
        config.retryAfter());
  }
}
