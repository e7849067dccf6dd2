package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.query.FigureService;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** {@code GET /v1/projects/{project}/summary}: every figure for a rolling window. */
@Path("/v1/projects/{project}/summary")
@Tag(name = "Figures")
public class SummaryResource {

  static final Set<String> PARAMETERS = parameters();

  private final FigureService figures;
  private final QueryConfig config;
  private final Clock clock;

  SummaryResource(FigureService figures, QueryConfig config, Clock clock) {
    this.figures = figures;
    this.config = config;
    this.clock = clock;
  }

  /** Every figure of the window, by group. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(
      operationId = "summary",
      summary = "Every figure of a rolling window",
      description =
          "The window ends at 'at', rounded up to the minute. Each figure comes with what it rests"
              + " on, or with the reason why it has no value.")
  public SummaryView summary(@RestPath String project, @Context UriInfo uri) {
    return summary(project, Parameters.of(uri, PARAMETERS));
  }

  SummaryView summary(String project, Parameters parameters) {
    Instant now = clock.instant();
    Instant at = parameters.instant("at", ZoneOffset.UTC, now);
    return RollingSummary.of(project, parameters, config).at(at, now, figures);
  }

  private static Set<String> parameters() {
    Set<String> names = new HashSet<>(RollingSummary.PARAMETERS);
    names.add("at");
    return Set.copyOf(names);
  }
}
