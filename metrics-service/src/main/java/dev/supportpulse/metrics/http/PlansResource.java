package dev.supportpulse.metrics.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.metrics.config.EconomicsConfig;
import dev.supportpulse.metrics.economics.estimate.Assumptions;
import dev.supportpulse.metrics.economics.estimate.Estimator;
import dev.supportpulse.metrics.economics.history.DayReader;
import dev.supportpulse.metrics.economics.history.Days;
import dev.supportpulse.metrics.economics.plan.Plan;
import dev.supportpulse.metrics.economics.plan.Planner;
import dev.supportpulse.metrics.economics.plan.SupportModel;
import dev.supportpulse.metrics.economics.scenario.Scenario;
import dev.supportpulse.metrics.economics.scenario.ScenarioStore;
import dev.supportpulse.metrics.reference.ReferenceData;
import dev.supportpulse.metrics.reference.References;
import dev.supportpulse.metrics.satisfaction.Baseline;
import dev.supportpulse.metrics.window.BadQuery;
import dev.supportpulse.metrics.window.WindowLength;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The economics model: the best plan, and plans that were kept to be compared. */
@Path("/v1/projects/{project}/plans")
@Tag(name = "Economics")
public class PlansResource {

  private static final String NAME = "[a-z0-9][a-z0-9._-]{0,62}";

  private final Planner planner;
  private final DayReader days;
  private final ReferenceData references;
  private final ScenarioStore scenarios;
  private final Changes changes;
  private final EconomicsConfig config;
  private final ObjectMapper json;
  private final Clock clock;

  PlansResource(
      Planner planner,
      DayReader days,
      ReferenceData references,
      ScenarioStore scenarios,
      Changes changes,
      EconomicsConfig config,
      ObjectMapper json,
      Clock clock) {
    this.planner = planner;
    this.days = days;
    this.references = references;
    this.scenarios = scenarios;
    this.changes = changes;
    this.config = config;
    this.json = json;
    this.clock = clock;
  }

  /** Plans, and keeps the plan if it has a name. */
  @POST
  @Requires(value = Role.OPERATOR, project = ProjectIn.PATH)
  @Operation(
      operationId = "plan",
      summary = "The support modes, tools and people that are worth most within the limits",
      description =
          "Coefficients are estimated from what was counted in the window; whatever is known better"
              + " goes into the body. See docs/economics.md.")
  public PlanView plan(
      @RestPath String project, @Nullable PlanQuestion body, @Context SecurityContext caller) {
    PlanQuestion question = Fields.body(body);
    String name = question.name();
    if (name != null) {
      checkName(Selection.checkedProject(project), name);
    }
    PlanView view = answer(Selection.checkedProject(project), question);
    if (name != null) {
      scenarios.put(
          project,
          new Scenario(name, clock.instant(), write(question), write(view)),
          changes.of(question, caller));
    }
    return view;
  }

  /** What is kept, side by side. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(operationId = "plans", summary = "The plans that were kept, side by side")
  public ScenariosView list(@RestPath String project) {
    return new ScenariosView(
        project,
        scenarios.of(Selection.checkedProject(project)).stream()
            .map(scenario -> row(scenario, read(scenario.answer(), PlanView.class)))
            .toList());
  }

  /** One that is kept. */
  @GET
  @Path("/{name}")
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(operationId = "getPlan", summary = "A plan that was kept, as asked and as answered")
  public ScenarioView get(@RestPath String project, @RestPath String name) {
    return scenarios
        .find(Selection.checkedProject(project), name)
        .map(
            scenario ->
                new ScenarioView(
                    scenario.name(),
                    scenario.savedAt(),
                    read(scenario.question(), PlanQuestion.class),
                    read(scenario.answer(), PlanView.class)))
        .orElseThrow(() -> missing(project, name));
  }

  /** Forgets one. */
  @DELETE
  @Path("/{name}")
  @Requires(value = Role.OPERATOR, project = ProjectIn.PATH)
  @Operation(operationId = "deletePlan", summary = "Forget a plan that was kept")
  public void delete(
      @RestPath String project, @RestPath String name, @Context SecurityContext caller) {
    if (!scenarios.remove(
        Selection.checkedProject(project), name, changes.of(Map.of("name", name), caller))) {
      throw missing(project, name);
    }
  }

  private PlanView answer(String project, PlanQuestion question) {
    Instant now = clock.instant();
    Instant at =
        question.at() == null ? now : Parameters.instant("/at", question.at(), ZoneOffset.UTC);
    Days window =
        Days.before(
            at,
            question.window() == null ? config.defaultWindow() : window(question.window()),
            "/window");
    References known = references.of(project);
    Assumptions assumptions = PlanAssumptions.of(question, known, window);
    SupportModel model = Estimator.model(days.byCell(project, window, now, "/window"), assumptions);
    Plan plan = planner.plan(model, Planner.Steps.DEFAULT);
    Baseline baseline = known.baseline();
    return PlanView.of(
        project,
        window,
        assumptions.currency(),
        model,
        plan,
        baseline == null ? null : baseline.netSatisfaction().toDouble());
  }

  private static Duration window(String text) {
    try {
      return WindowLength.parse(text);
    } catch (BadQuery e) {
      throw ProblemException.invalid("/window", String.valueOf(e.getMessage()));
    }
  }

  private void checkName(String project, String name) {
    if (!name.matches(NAME)) {
      throw ProblemException.invalid(
          "/name", "takes 1 to 63 lower-case letters, digits, dots, underscores and hyphens");
    }
    List<Scenario> kept = scenarios.of(project);
    if (kept.size() >= config.maxScenarios()
        && kept.stream().noneMatch(scenario -> scenario.name().equals(name))) {
      throw ProblemException.invalid(
          "/name",
          "is one too many: the project keeps %d plans, delete one".formatted(kept.size()));
    }
  }

  private static ProblemException missing(String project, String name) {
    return ProblemException.notFound("project %s keeps no plan %s".formatted(project, name));
  }

  private static RowView row(Scenario scenario, PlanView view) {
    PlanView.ChoiceView plan = view.plan() == null ? view.today() : view.plan();
    return new RowView(
        scenario.name(),
        scenario.savedAt(),
        view.status(),
        view.currency(),
        plan.worth(),
        view.gain(),
        plan.profit(),
        plan.income(),
        plan.cost().total(),
        plan.satisfaction(),
        plan.quality(),
        plan.teams());
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was made can be written", e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written can be read", e);
    }
  }

  /** The plans that a project keeps. */
  @Schema(name = "Plans")
  record ScenariosView(String project, List<RowView> plans) {}

  /** One of them in a row. */
  @Schema(name = "PlanRow")
  record RowView(
      String name,
      Instant savedAt,
      String status,
      String currency,
      String worth,
      @Nullable String gain,
      String profit,
      String income,
      String cost,
      double satisfaction,
      double quality,
      List<PlanView.StaffView> teams) {}

  /** One of them as a whole. */
  @Schema(name = "KeptPlan")
  record ScenarioView(String name, Instant savedAt, PlanQuestion question, PlanView answer) {}
}
