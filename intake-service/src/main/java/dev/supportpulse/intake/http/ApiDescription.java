package dev.supportpulse.intake.http;

import dev.supportpulse.service.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/**
 * Completes the published API description with what every route shares: the schemas of the events,
 * API keys, and the answers that refuse a request before its route sees it, each as a problem
 * document with an example. A route describes only what is its own.
 */
@OpenApiFilter(RunStage.BUILD)
public class ApiDescription implements OASFilter {

  private static final String KEY = "apiKey";

  /** Webhooks are signed by who sends them; they have no key. */
  private static final String SIGNED = "/v1/webhooks/";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    EventSchemas.read().forEach(api.getComponents()::addSchema);
    api.getComponents().addSecurityScheme(KEY, key());
    for (Map.Entry<String, PathItem> path : api.getPaths().getPathItems().entrySet()) {
      for (Operation operation : path.getValue().getOperations().values()) {
        if (!path.getKey().startsWith(SIGNED)) {
          operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(KEY));
        }
        complete(operation);
      }
    }
  }

  private static SecurityScheme key() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .description("An API key, where access is closed");
  }

  private static void complete(Operation operation) {
    for (ErrorAnswer error : ErrorAnswer.values()) {
      String status = Integer.toString(error.status());
      APIResponse described = operation.getResponses().getAPIResponse(status);
      if (described != null) {
        illustrate(described, error, operation.getOperationId());
      } else if (error.appliesTo(operation)) {
        operation.getResponses().addAPIResponse(status, error.response());
      }
    }
  }

  /** Every error shows a problem document. */
  private static void illustrate(
      APIResponse described, ErrorAnswer error, @Nullable String operationId) {
    if (described.getContent() == null) {
      String own = WebhookExamples.problem(operationId, error.status());
      described.setContent(own == null ? error.content() : ErrorAnswer.content(own));
      return;
    }
    MediaType problem = described.getContent().getMediaType(Problem.MEDIA_TYPE);
    if (problem != null && problem.getExample() == null && problem.getExamples() == null) {
      problem.setExample(error.example());
    }
  }
}
