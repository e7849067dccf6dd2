package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.query.Counting;
import dev.supportpulse.metrics.query.DrillDown;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.reference.ReferenceData;
import dev.supportpulse.metrics.window.Window;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/projects/{project}/feedback}: the events and cases behind a figure. */
@Path("/v1/projects/{project}/feedback")
@Tag(name = "Figures")
public class DrillDownResource {

  static final Set<String> PARAMETERS = parameters();

  private final DrillDown drillDown;
  private final ReferenceData references;
  private final QueryConfig config;
  private final Clock clock;

  DrillDownResource(
      DrillDown drillDown, ReferenceData references, QueryConfig config, Clock clock) {
    this.drillDown = drillDown;
    this.references = references;
    this.config = config;
    this.clock = clock;
  }

  /** A page of them, the latest first. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(
      operationId = "drillDown",
      summary = "The events and cases behind a figure, the latest first",
      description =
          "The same span and filters as those of a cell of the summary or a point of the series"
              + " give what that cell or point was counted from: 'n' is the figure's n.")
  public DrillDownView feedback(@RestPath String project, @Context UriInfo uri) {
    return feedback(project, Parameters.of(uri, PARAMETERS));
  }

  DrillDownView feedback(String project, Parameters parameters) {
    Selection selection = Selection.of(project, parameters);
    String name = parameters.text("figure");
    @Nullable FigureName figure = name == null ? null : FigureName.parse(name);
    Window window =
        parameters.span(parameters.zone("timeZone"), clock.instant(), config.defaultWindow());
    String after = parameters.text("after");
    DrillDown.Page page =
        drillDown.read(
            new DrillDown.Request(
                selection.project(),
                window,
                selection.filters(),
                parameters.text("caseId"),
                figure == null ? null : Counting.of(figure, references.of(project)),
                parameters.limit(config.maxPageItems()),
                after == null ? null : PageCursor.read(after)));
    return DrillDownView.of(project, figure, window, page);
  }

  private static Set<String> parameters() {
    List<String> names = new ArrayList<>(Selection.PARAMETERS);
    names.remove("groupBy");
    names.addAll(List.of("figure", "from", "to", "timeZone", "caseId", "limit", "after"));
    return Set.copyOf(names);
  }
}
