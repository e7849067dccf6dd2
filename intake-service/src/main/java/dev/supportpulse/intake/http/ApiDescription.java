package dev.supportpulse.intake.http;

import dev.supportpulse.service.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes the published API description with what every route shares: the schemas of the events,
 * and the answers that refuse a request before its route sees it, each as a problem document with
 * an example. A route describes only what is its own.
 */
@OpenApiFilter(RunStage.BUILD)
public class ApiDescription implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    EventSchemas.read().forEach(api.getComponents()::addSchema);
    api.getPaths()
        .getPathItems()
        .values()
        .forEach(path -> path.getOperations().values().forEach(ApiDescription::complete));
  }

  private static void complete(Operation operation) {
    for (ErrorAnswer error : ErrorAnswer.values()) {
      String status = Integer.toString(error.status());
      APIResponse described = operation.getResponses().getAPIResponse(status);
      if (described != null) {
        illustrate(described, error);
      } else if (error.appliesTo(operation)) {
        operation.getResponses().addAPIResponse(status, error.response());
      }
    }
  }

  /** Every error shows a problem document. */
  private static void illustrate(APIResponse described, ErrorAnswer error) {
    if (described.getContent() == null) {
      described.setContent(error.content());
      return;
    }
    MediaType problem = described.getContent().getMediaType(Problem.MEDIA_TYPE);
    if (problem != null && problem.getExample() == null && problem.getExamples() == null) {
      problem.setExample(error.example());
    }
  }
}
