package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.figure.Weights;
import dev.supportpulse.metrics.reference.FigureWeights;
import dev.supportpulse.metrics.reference.ReferenceStore;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The weights of the weighted figures. */
@Path("/v1/projects/{project}/weights")
@Tag(name = "Reference data")
public class WeightsResource {

  private final ReferenceStore store;
  private final Changes changes;

  WeightsResource(ReferenceStore store, Changes changes) {
    this.store = store;
    this.changes = changes;
  }

  /** The weights in force, the source documents' where none are set. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(operationId = "getWeights", summary = "The weights in force")
  public WeightsBody get(@RestPath String project) {
    return WeightsBody.of(store.of(Selection.checkedProject(project)).weights());
  }

  /** Replaces the weights; a figure that is left out gets the source documents'. */
  @PUT
  @Requires(value = Role.OPERATOR, project = ProjectIn.PATH)
  @Operation(
      operationId = "putWeights",
      summary = "Set the weights",
      description =
          "The weights of a figure sum to 1. A figure that is left out gets the source documents'"
              + " weights.")
  public WeightsBody put(
      @RestPath String project, @Nullable WeightsBody body, @Context SecurityContext caller) {
    WeightsBody given = Fields.body(body);
    FigureWeights weights =
        new FigureWeights(
            weights("/weightedCsat", given.weightedCsat(), FigureWeights.DEFAULT.weightedCsat()),
            weights(
                "/weightedSatisfaction",
                given.weightedSatisfaction(),
                FigureWeights.DEFAULT.weightedSatisfaction()),
            weights(
                "/compositeEfficiency",
                given.compositeEfficiency(),
                FigureWeights.DEFAULT.compositeEfficiency()));
    WeightsBody view = WeightsBody.of(weights);
    store.put(Selection.checkedProject(project), weights, changes.of(view, caller));
    return view;
  }

  private static Weights weights(
      String field, @Nullable Map<String, @Nullable BigDecimal> given, Weights defaults) {
    if (given == null) {
      return defaults;
    }
    Map<String, BigDecimal> byName = new LinkedHashMap<>();
    for (String name : defaults.names()) {
      String at = field + "/" + name;
      byName.put(name, Fields.share(at, Fields.required(at, given.get(name)), BigDecimal.ZERO));
    }
    HashSet<String> unknown = new HashSet<>(given.keySet());
    unknown.removeAll(defaults.names());
    if (!unknown.isEmpty()) {
      throw ProblemException.invalid(
          field + "/" + unknown.iterator().next(),
          "is not a part of the figure; its parts are " + String.join(", ", defaults.names()));
    }
    try {
      return new Weights(byName);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(field, String.valueOf(e.getMessage()));
    }
  }

  /** The weight of each part, by figure. */
  @Schema(name = "Weights")
  record WeightsBody(
      @Nullable Map<String, @Nullable BigDecimal> weightedCsat,
      @Nullable Map<String, @Nullable BigDecimal> weightedSatisfaction,
      @Nullable Map<String, @Nullable BigDecimal> compositeEfficiency) {

    static WeightsBody of(FigureWeights weights) {
      return new WeightsBody(
          new LinkedHashMap<>(weights.weightedCsat().byName()),
          new LinkedHashMap<>(weights.weightedSatisfaction().byName()),
          new LinkedHashMap<>(weights.compositeEfficiency().byName()));
    }
  }
}
