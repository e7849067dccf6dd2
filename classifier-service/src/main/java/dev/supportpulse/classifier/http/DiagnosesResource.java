package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.classifier.config.ObservationConfig;
import dev.supportpulse.classifier.diagnosis.Fault;
import dev.supportpulse.classifier.diagnosis.FaultOrder;
import dev.supportpulse.classifier.diagnosis.FaultStore;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.observation.Trend;
import dev.supportpulse.classifier.solution.Answer;
import dev.supportpulse.classifier.solution.CurrentKnowledge;
import dev.supportpulse.classifier.statistics.RateRatio;
import dev.supportpulse.events.NeedClassified.Solution;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What is broken, by how often it is reported. */
@Path("/v1/diagnoses")
@Produces(MediaType.APPLICATION_JSON)
public class DiagnosesResource {

  private final FaultStore faults;
  private final CurrentKnowledge knowledge;
  private final ObservationConfig config;
  private final Clock clock;

  DiagnosesResource(
      FaultStore faults, CurrentKnowledge knowledge, ObservationConfig config, Clock clock) {
    this.faults = faults;
    this.knowledge = knowledge;
    this.config = config;
    this.clock = clock;
  }

  /** A page of a project's faults. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.QUERY)
  @Operation(
      operationId = "getDiagnoses",
      summary = "Faults by fingerprint: how often, since when, in which versions, rising or not")
  public PageView diagnoses(
      @RestQuery @Nullable String project,
      @RestQuery @Nullable String window,
      @RestQuery @Nullable String sort,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable Integer after) {
    ObservedWindow asked =
        ObservedWindow.of(
            project, window, config.defaultWindow(), config.retention(), clock.instant());
    FaultOrder order =
        FaultOrder.ofWireName(sort == null ? FaultOrder.COUNT.wireName() : sort)
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "sort", "must be one of " + String.join(", ", FaultOrder.wireNames())));
    int size = ObservedWindow.limit(limit, config.maxPage());
    int skipped = ObservedWindow.after(after);
    Trend trend =
        Trend.of(
            asked.from(),
            asked.to(),
            config.windowsBefore(),
            faults.earliest(asked.project()).orElse(asked.to()),
            config.confidence());
    List<Fault> found =
        faults.faults(
            asked.project(), trend.before(), asked.from(), asked.to(), config.maxFaults());
    List<View> page =
        found.stream()
            .sorted(order.of(trend))
            .skip(skipped)
            .limit(size)
            .map(fault -> view(fault, trend))
            .toList();
    boolean more = found.size() > (long) skipped + size;
    return new PageView(
        asked.project(),
        asked.from(),
        asked.to(),
        found.size(),
        page,
        more ? skipped + size : null);
  }

  private View view(Fault fault, Trend trend) {
    RateRatio ratio = fault.ratio(trend).orElse(null);
    Answer answer = knowledge.answer(fault.title(), Language.of(fault.title()));
    return new View(
        fault.fingerprint().hex(),
        fault.kind(),
        fault.title(),
        fault.occurrences(),
        fault.reports(),
        fault.reportsBefore(),
        fault.firstSeen(),
        fault.lastSeen(),
        fault.versions(),
        ratio == null ? null : ratio.isRising(),
        ratio == null ? null : ratio.lowerBound(),
        answer instanceof Answer.Found known
            ? new Solution(
                known.article().id(), known.article().title(), known.score(), known.match())
            : null);
  }

  /** A page. */
  @Schema(name = "Diagnoses")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record PageView(
      String project,
      Instant from,
      Instant to,
      @Schema(description = "Faults on all pages") int count,
      List<View> diagnoses,
      @Schema(description = "Value of 'after' for the next page; null on the last one")
          @Nullable Integer next) {}

  /** A fault. */
  @Schema(name = "Diagnosis")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record View(
      @Schema(description = "32 hex digits; the same for everybody who meets the fault")
          String fingerprint,
      @Schema(description = "JAVA, PYTHON, JAVASCRIPT, GO, RUST, CSHARP (by stack trace) or LOG")
          String kind,
      String title,
      @Schema(description = "How often it happened in the window, as reports say") long count,
      @Schema(description = "Events of the window that report it") long reports,
      @Schema(description = "Events of the span before that the window is compared with")
          long reportsBefore,
      Instant firstSeen,
      Instant lastSeen,
      List<String> versions,
      @Schema(
              description =
                  "Whether it is reported more often than before, beyond chance; null if the"
                      + " project reports for less than two windows")
          @Nullable Boolean rising,
      @Schema(description = "It is reported at least so many times as often as before")
          @Nullable Double risingBy,
      @Schema(description = "An article that may help") @Nullable Solution solution) {}
}
