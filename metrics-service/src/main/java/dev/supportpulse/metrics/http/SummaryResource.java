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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** {@code GET /v1/projects/{project}/summary}: every figure for a rolling window. */
@Path("/v1/projects/{project}/summary")
@Tag(name = "Figures")
public class SummaryResource {

  private static final Set<String> PARAMETERS = parameters();

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
  @Parameter(
      name = "window",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "Length: an ISO 8601 duration of whole minutes",
      example = "PT24H")
  @Parameter(
      name = "at",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "RFC 3339; now, if left out",
      example = "2026-11-22T10:00:00Z")
  @Parameter(
      name = "groupBy",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "One or two of category, channel, tier, mode",
      example = "category,mode")
  @Parameter(
      name = "filter.category",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "A need category")
  @Parameter(
      name = "filter.channel",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "A channel")
  @Parameter(
      name = "filter.tier",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "A customer tier")
  @Parameter(
      name = "filter.mode",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "A support mode; 'null' selects what has none, as in every filter")
  @Parameter(
      name = "currency",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description =
          "ISO 4217: convert every amount at the rate of its own UTC day (see exchange-rates);"
              + " each stays in its own currency, if left out",
      example = "EUR")
  @Parameter(
      name = "attribution",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              implementation = String.class,
              enumeration = {"direct", "volume", "time"}),
      description =
          "Where amounts go that don't name a dimension grouped by: nowhere (direct, default), or"
              + " to all groups by cases and feedbacks (volume) or by minutes of work (time)")
  @Parameter(
      name = "compare",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              implementation = String.class,
              enumeration = {"previous", "baseline", "year"}),
      description =
          "Also answer how each figure changed against the time before, the baseline's period, or"
              + " a year ago")
  public SummaryView summary(@RestPath String project, @Context UriInfo uri) {
    Instant now = clock.instant();
    Parameters parameters = Parameters.of(uri, PARAMETERS);
    Instant at = parameters.instant("at", ZoneOffset.UTC, now);
    return RollingSummary.of(project, parameters, config).at(at, now, figures);
  }

  private static Set<String> parameters() {
    Set<String> names = new HashSet<>(RollingSummary.PARAMETERS);
    names.add("at");
    return Set.copyOf(names);
  }
}
