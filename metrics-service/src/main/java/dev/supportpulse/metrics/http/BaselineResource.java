package dev.supportpulse.metrics.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Fraction;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.query.FigureService;
import dev.supportpulse.metrics.query.Question;
import dev.supportpulse.metrics.query.SpanParameters;
import dev.supportpulse.metrics.reference.ReferenceStore;
import dev.supportpulse.metrics.satisfaction.Baseline;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.window.Window;
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
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What {@code satisfactionEffect} compares with. */
@Path("/v1/projects/{project}/baseline")
@Tag(name = "Reference data")
public class BaselineResource {

  private final ReferenceStore store;
  private final FigureService figures;
  private final Changes changes;
  private final Clock clock;

  BaselineResource(ReferenceStore store, FigureService figures, Changes changes, Clock clock) {
    this.store = store;
    this.figures = figures;
    this.changes = changes;
    this.clock = clock;
  }

  /** The baseline in force. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(operationId = "getBaseline", summary = "The baseline")
  public BaselineBody get(@RestPath String project) {
    Baseline baseline = store.of(Selection.checkedProject(project)).baseline();
    if (baseline == null) {
      throw ProblemException.notFound("project %s has no baseline".formatted(project));
    }
    return BaselineBody.of(baseline);
  }

  /** Replaces the baseline. */
  @PUT
  @Requires(value = Role.OPERATOR, project = ProjectIn.PATH)
  @Operation(
      operationId = "putBaseline",
      summary = "Set the baseline",
      description = "As a value, or as the period whose net satisfaction is computed now.")
  public BaselineBody put(
      @RestPath String project, @Nullable BaselineBody body, @Context SecurityContext caller) {
    Baseline baseline = baseline(Selection.checkedProject(project), Fields.body(body));
    BaselineBody view = BaselineBody.of(baseline);
    store.put(project, baseline, changes.of(view, caller));
    return view;
  }

  private Baseline baseline(String project, BaselineBody body) {
    boolean period = body.from() != null || body.to() != null;
    if (body.netSatisfaction() == null && !period) {
      throw ProblemException.invalid("/netSatisfaction", "is required, or /from and /to");
    }
    if (body.netSatisfaction() != null && period) {
      throw ProblemException.invalid(
          "/netSatisfaction", "is computed from the period; leave one of them out");
    }
    if (body.netSatisfaction() != null) {
      BigDecimal stated =
          Fields.share("/netSatisfaction", body.netSatisfaction(), BigDecimal.ONE.negate());
      return new Baseline(Fraction.of(stated), null);
    }
    Window measured = Fields.period(body.from(), body.to(), Granule.MINUTE);
    return new Baseline(netSatisfaction(project, measured), measured);
  }

  private Fraction netSatisfaction(String project, Window period) {
    Question question =
        new Question(
            project,
            List.of(period.from(), period.to()),
            List.of(),
            List.of(),
            Set.of(FigureName.NET_SATISFACTION));
    Figure figure =
        figures
            .answer(question, clock.instant(), SpanParameters.of("/from"))
            .points()
            .get(0)
            .only()
            .get(FigureName.NET_SATISFACTION);
    if (figure instanceof Figure.Ratio satisfaction) {
      return satisfaction.value();
    }
    throw ProblemException.invalid("/from", "no feedback has a sentiment in that period");
  }

  /** {@code {"netSatisfaction": 0.5}} or {@code {"from", "to"}}. */
  @Schema(name = "Baseline")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BaselineBody(
      @Schema(minimum = "-1", maximum = "1", examples = "0.5") @Nullable BigDecimal netSatisfaction,
      @Schema(description = "RFC 3339 or a date") @Nullable String from,
      @Schema(description = "Not included") @Nullable String to) {

    static BaselineBody of(Baseline baseline) {
      Window period = baseline.period();
      return new BaselineBody(
          BigDecimal.valueOf(baseline.netSatisfaction().toDouble()),
          period == null ? null : period.from().toString(),
          period == null ? null : period.to().toString());
    }
  }
}
