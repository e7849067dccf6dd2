package dev.supportpulse.metrics.http;

import dev.supportpulse.service.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Completes the published API description with what routes share: the query parameters, each
 * route's those that it takes and no others, since both come from one list; and the problems that
 * any route may answer with. A route describes only what is its own.
 */
@OpenApiFilter(RunStage.BUILD)
public class ApiDescription implements OASFilter {

  private static final Map<String, Set<String>> PARAMETERS =
      Map.of(
          "summary", SummaryResource.PARAMETERS,
          "series", SeriesResource.PARAMETERS,
          "stream", StreamResource.PARAMETERS,
          "drillDown", DrillDownResource.PARAMETERS,
          "dimensions", CatalogueResource.PARAMETERS,
          "accounts", AccountsResource.PARAMETERS,
          "forecast", ForecastResource.PARAMETERS,
          "topics", TopicsResource.PARAMETERS,
          "initiativeEffect", InitiativesResource.PARAMETERS);

  private static final Map<Integer, String> PROBLEMS =
      Map.of(
          400, "A parameter or a field is wrong: 'field' names it, 'detail' says the remedy",
          401, "Where access is closed: there is no API key, or none of this service",
          403, "Where access is closed: the key is for other projects, or lacks the role",
          503, "The database is away or took too long: try again after 'Retry-After' seconds");

  private static final int NOT_FOUND = 404;

  @Override
  public @Nullable Operation filterOperation(Operation operation) {
    String id = Objects.requireNonNullElse(operation.getOperationId(), "");
    describeParameters(operation, id);
    PROBLEMS.forEach((status, description) -> describe(operation, status, description));
    if (id.startsWith("get")) {
      describe(operation, NOT_FOUND, "It is not set");
    }
    return operation;
  }

  private static void describeParameters(Operation operation, String id) {
    Set<String> missing = new TreeSet<>(PARAMETERS.getOrDefault(id, Set.of()));
    for (Parameter own :
        Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
      missing.remove(own.getName());
    }
    for (String name : missing) {
      QueryParameter parameter = QueryParameter.named(name);
      boolean required = parameter == QueryParameter.FIGURE && id.equals("series");
      operation.addParameter(parameter.describe().required(required));
    }
  }

  /** What a route says itself stays. */
  private static void describe(Operation operation, int status, String description) {
    String code = Integer.toString(status);
    APIResponse own = operation.getResponses().getAPIResponse(code);
    APIResponse response =
        own == null ? OASFactory.createAPIResponse().description(description) : own;
    response.setContent(
        OASFactory.createContent()
            .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(problem())));
    operation.getResponses().addAPIResponse(code, response);
  }

  /** A problem document (RFC 9457). */
  private static Schema problem() {
    Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    for (RecordComponent member : Problem.class.getRecordComponents()) {
      boolean number = member.getType() == int.class;
      schema.addProperty(
          member.getName(),
          OASFactory.createSchema()
              .addType(number ? Schema.SchemaType.INTEGER : Schema.SchemaType.STRING));
    }
    return schema;
  }
}
