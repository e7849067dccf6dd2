package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.query.Answer;
import dev.supportpulse.metrics.query.Compared;
import dev.supportpulse.metrics.query.Comparison;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.query.FigureService;
import dev.supportpulse.metrics.query.Question;
import dev.supportpulse.metrics.query.SpanParameters;
import dev.supportpulse.metrics.window.Granularity;
import dev.supportpulse.metrics.window.Shift;
import dev.supportpulse.metrics.window.Window;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** {@code GET /v1/projects/{project}/series}: one figure over time. */
@Path("/v1/projects/{project}/series")
@Tag(name = "Figures")
public class SeriesResource {

  static final Set<String> PARAMETERS = parameters();

  private final FigureService figures;
  private final QueryConfig config;
  private final Clock clock;

  SeriesResource(FigureService figures, QueryConfig config, Clock clock) {
    this.figures = figures;
    this.config = config;
    this.clock = clock;
  }

  /** The figure of every point and group. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Produces({MediaType.APPLICATION_JSON, SeriesCsv.MEDIA_TYPE})
  @Operation(operationId = "series", summary = "One figure over time, as JSON or CSV")
  public SeriesView series(@RestPath String project, @Context UriInfo uri) {
    return series(project, Parameters.of(uri, PARAMETERS));
  }

  SeriesView series(String project, Parameters parameters) {
    Instant now = clock.instant();
    Selection selection = Selection.of(project, parameters);
    FigureName figure = FigureName.parse(parameters.required("figure"));
    Granularity granularity =
        Granularity.parse(parameters.text("granularity", Granularity.P1D.name()));
    ZoneId zone = parameters.zone("timeZone");
    Window span = parameters.span(zone, now, config.defaultWindow());
    Reckoning reckoning = Reckoning.of(parameters);
    List<Instant> boundaries = granularity.boundaries(span, zone, config.maxPoints());
    Question question = reckoning.question(selection, boundaries, Set.of(figure));
    Answer answer = figures.answer(question, now, SpanParameters.of("from"));
    Comparison compare = reckoning.compare();
    Compared compared =
        compare == null
            ? null
            : figures.compare(
                question,
                compare,
                compare == Comparison.YEAR
                    ? Shift.back(Period.ofYears(1), zone)
                    : granularity.back(boundaries.size() - 1, zone),
                now,
                SpanParameters.of("compare"));
    return SeriesView.of(question, figure, granularity, zone, answer, compared);
  }

  private static Set<String> parameters() {
    Set<String> names = new HashSet<>(Selection.PARAMETERS);
    names.addAll(Reckoning.PARAMETERS);
    names.addAll(List.of("figure", "from", "to", "granularity", "timeZone"));
    return Set.copyOf(names);
  }
}
