package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.config.EconomicsConfig;
import dev.supportpulse.metrics.cost.Budget;
import dev.supportpulse.metrics.economics.effect.Confidence;
import dev.supportpulse.metrics.economics.effect.Difference;
import dev.supportpulse.metrics.economics.effect.Effects;
import dev.supportpulse.metrics.economics.effect.Initiative;
import dev.supportpulse.metrics.economics.effect.InitiativeStore;
import dev.supportpulse.metrics.economics.history.DayReader;
import dev.supportpulse.metrics.economics.history.Days;
import dev.supportpulse.metrics.reference.ReferenceData;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.BadQuery;
import dev.supportpulse.metrics.window.WindowLength;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What was done to improve support, and whether it did. */
@Path("/v1/projects/{project}/initiatives")
@Tag(name = "Economics")
public class InitiativesResource {

  static final Set<String> PARAMETERS = Set.of("window", "at", "confidence", "currency");
  private static final String NAME = "[a-z0-9][a-z0-9._-]{0,62}";
  private static final int LONGEST_RAMP = 400;
  private static final Duration LONGEST = Duration.ofDays(1100);

  private final InitiativeStore store;
  private final DayReader days;
  private final ReferenceData references;
  private final Changes changes;
  private final EconomicsConfig config;
  private final Clock clock;

  InitiativesResource(
      InitiativeStore store,
      DayReader days,
      ReferenceData references,
      Changes changes,
      EconomicsConfig config,
      Clock clock) {
    this.store = store;
    this.days = days;
    this.references = references;
    this.changes = changes;
    this.config = config;
    this.clock = clock;
  }

  /** All of a project. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(operationId = "initiatives", summary = "What was done to improve support")
  public InitiativesView list(@RestPath String project) {
    return new InitiativesView(
        store.of(Selection.checkedProject(project)).stream().map(InitiativeView::of).toList());
  }

  /** Says that something was done. */
  @PUT
  @Path("/{name}")
  @Requires(value = Role.OPERATOR, project = ProjectIn.PATH)
  @Operation(operationId = "putInitiative", summary = "Say what was done, and since when")
  public InitiativeView put(
      @RestPath String project,
      @RestPath String name,
      @Nullable InitiativeBody body,
      @Context SecurityContext caller) {
    InitiativeBody given = Fields.body(body);
    if (!name.matches(NAME)) {
      throw new BadQuery(
          "name", "takes 1 to 63 lower-case letters, digits, dots, underscores and hyphens");
    }
    int ramp = given.rampDays() == null ? 0 : given.rampDays();
    if (ramp < 0 || ramp > LONGEST_RAMP) {
      throw ProblemException.invalid("/rampDays", "must be from 0 to " + LONGEST_RAMP);
    }
    Initiative initiative =
        new Initiative(name, given.title(), Fields.day("/from", given.from()), ramp);
    InitiativeView view = InitiativeView.of(initiative);
    store.put(Selection.checkedProject(project), initiative, changes.of(view, caller));
    return view;
  }

  /** Forgets it. */
  @DELETE
  @Path("/{name}")
  @Requires(value = Role.OPERATOR, project = ProjectIn.PATH)
  @Operation(operationId = "deleteInitiative", summary = "Forget an initiative")
  public void delete(
      @RestPath String project, @RestPath String name, @Context SecurityContext caller) {
    if (!store.remove(
        Selection.checkedProject(project), name, changes.of(Map.of("name", name), caller))) {
      throw missing(project, name);
    }
  }

  /** What it changed. */
  @GET
  @Path("/{name}/effect")
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(
      operationId = "initiativeEffect",
      summary = "What changed with an initiative, with confidence intervals",
      description =
          "The days before its first one beside those since it is in place. An effect is claimed"
              + " only if the interval holds no zero. See docs/economics.md.")
  @Parameter(
      name = "window",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "Most whole days on each side; 90, if left out",
      example = "P90D")
  @Parameter(
      name = "at",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "The last day after is the one before this; RFC 3339. Now, if left out")
  @Parameter(
      name = "confidence",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              implementation = String.class,
              enumeration = {"0.90", "0.95", "0.99"}),
      description = "0.95, if left out")
  @Parameter(
      name = "currency",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "ISO 4217, of the profit; the budget's, if left out")
  public EffectsView effect(@RestPath String project, @RestPath String name, @Context UriInfo uri) {
    Parameters parameters = Parameters.of(uri, PARAMETERS);
    Instant now = clock.instant();
    Initiative initiative =
        store
            .find(Selection.checkedProject(project), name)
            .orElseThrow(() -> missing(project, name));
    LocalDate end =
        LocalDate.ofInstant(parameters.instant("at", ZoneOffset.UTC, now), ZoneOffset.UTC);
    if (!initiative.inPlace().isBefore(end)) {
      throw new BadQuery(
          "at", "the initiative is in place since %s: ask later".formatted(initiative.inPlace()));
    }
    long length = length(parameters);
    Days before = new Days(initiative.from().minusDays(length), initiative.from());
    LocalDate last = initiative.inPlace().plusDays(length);
    Days after = new Days(initiative.inPlace(), last.isBefore(end) ? last : end);
    Confidence confidence = confidence(parameters.text("confidence", "0.95"));
    String currency = currency(project, parameters);
    List<Tally> first = days.byDay(project, before, Effects.MEASURES, now, "window");
    List<Tally> second = days.byDay(project, after, Effects.MEASURES, now, "window");
    return new EffectsView(
        project,
        InitiativeView.of(initiative),
        SpanView.of(before),
        SpanView.of(after),
        confidence.probability(),
        currency,
        Arrays.stream(Effects.Figure.values())
            .map(
                figure ->
                    Effects.of(figure, first, second, currency, confidence)
                        .map(difference -> EffectView.of(figure, difference))
                        .orElseGet(() -> EffectView.none(figure)))
            .toList());
  }

  private String currency(String project, Parameters parameters) {
    String given = parameters.text("currency");
    Budget budget = references.of(project).budget();
    if (given != null) {
      return Fields.currency("currency", given);
    }
    return budget == null ? "" : budget.currency();
  }

  private long length(Parameters parameters) {
    String text = parameters.text("window");
    Duration length = text == null ? config.defaultWindow() : WindowLength.parse(text);
    if (!length.equals(Duration.ofDays(length.toDays())) || length.compareTo(LONGEST) > 0) {
      throw new BadQuery("window", "must be a whole number of days up to 1100, such as P90D");
    }
    return length.toDays();
  }

  private static Confidence confidence(String text) {
    return switch (text) {
      case "0.9", "0.90" -> Confidence.P90;
      case "0.95" -> Confidence.P95;
      case "0.99" -> Confidence.P99;
      default ->
          throw new BadQuery("confidence", "'%s' is not one of 0.90, 0.95, 0.99".formatted(text));
    };
  }

  private static ProblemException missing(String project, String name) {
    return ProblemException.notFound("project %s has no initiative %s".formatted(project, name));
  }

  /** What is said of an initiative. */
  @Schema(name = "InitiativeBody")
  record InitiativeBody(
      @Schema(examples = "introduced hybrid support") @Nullable String title,
      @Schema(description = "First day, UTC", examples = "2026-03-01") @Nullable LocalDate from,
      @Schema(description = "Days until it is fully in place", defaultValue = "0")
          @Nullable Integer rampDays) {}

  /** An initiative. */
  @Schema(name = "Initiative")
  record InitiativeView(String name, @Nullable String title, LocalDate from, int rampDays) {
    static InitiativeView of(Initiative initiative) {
      return new InitiativeView(
          initiative.name(), initiative.title(), initiative.from(), initiative.rampDays());
    }
  }

  /** Those of a project, the first one first. */
  @Schema(name = "Initiatives")
  record InitiativesView(List<InitiativeView> initiatives) {}

  /** Some days. */
  @Schema(name = "EffectSpan")
  record SpanView(LocalDate from, LocalDate to) {
    static SpanView of(Days days) {
      return new SpanView(days.from(), days.to());
    }
  }

  /** What changed. */
  @Schema(name = "Effects")
  record EffectsView(
      String project,
      InitiativeView initiative,
      SpanView before,
      SpanView after,
      double confidence,
      @Schema(description = "Of the profit; empty without a budget") String currency,
      List<EffectView> effects) {}

  /** One figure. */
  @Schema(name = "Effect")
  record EffectView(
      String figure,
      String method,
      @Nullable Double before,
      @Nullable Double after,
      @Schema(description = "after − before; of firstResponse after / before − 1")
          @Nullable Double difference,
      @Nullable Double low,
      @Nullable Double high,
      @Schema(description = "Whether the interval holds no zero") boolean clear,
      @Nullable String reason) {

    static EffectView of(Effects.Figure figure, Difference it) {
      return new EffectView(
          figure.wireName(),
          figure.method(),
          it.before(),
          it.after(),
          it.value(),
          it.low(),
          it.high(),
          it.isClear(),
          null);
    }

    static EffectView none(Effects.Figure figure) {
      return new EffectView(
          figure.wireName(), figure.method(), null, null, null, null, null, false, "NO_DATA");
    }
  }
}
