package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.query.Catalogue;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.window.Window;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.Scope;
import dev.supportpulse.service.access.http.CallerContext;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What pickers offer: projects, figures, and the values of dimensions. */
@Path("/v1/projects")
@Tag(name = "Catalogue")
public class CatalogueResource {

  /** Those of the dimensions. */
  static final Set<String> PARAMETERS = Set.of("from", "to", "timeZone");

  private final Catalogue catalogue;
  private final QueryConfig config;
  private final Clock clock;

  CatalogueResource(Catalogue catalogue, QueryConfig config, Clock clock) {
    this.catalogue = catalogue;
    this.config = config;
    this.clock = clock;
  }

  /** Every project of the caller's that anything was counted for, and every figure. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.NONE)
  @Operation(operationId = "projects", summary = "The projects and the figures that there are")
  public ProjectsView projects(@Context SecurityContext caller) {
    Scope scope = CallerContext.callerOf(caller).scope();
    return new ProjectsView(
        catalogue.projects().stream().filter(scope::covers).toList(),
        Arrays.stream(FigureName.values()).map(FigureName::wireName).toList());
  }

  /** The values that a project's dimensions had in a span. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Path("/{project}/dimensions")
  @Operation(
      operationId = "dimensions",
      summary = "The values that the dimensions had in the UTC days of a span",
      description = "null, the missing value, comes last; filters select it by 'null'.")
  public DimensionsView dimensions(@RestPath String project, @Context UriInfo uri) {
    Parameters parameters = Parameters.of(uri, PARAMETERS);
    Selection.checkedProject(project);
    Window window =
        parameters.span(parameters.zone("timeZone"), clock.instant(), config.defaultWindow());
    Map<String, SortedSet<@Nullable String>> values = new LinkedHashMap<>();
    catalogue
        .values(project, window)
        .forEach((dimension, found) -> values.put(Selection.wireName(dimension), found));
    return new DimensionsView(project, window.from(), window.to(), values);
  }

  /** Names to choose from. */
  @Schema(name = "Projects")
  record ProjectsView(List<String> projects, List<String> figures)
      implements Revalidation.Revalidated {}

  /** Values by dimension. */
  @Schema(name = "Dimensions")
  record DimensionsView(
      String project, Instant from, Instant to, Map<String, SortedSet<@Nullable String>> dimensions)
      implements Revalidation.Revalidated {}
}
