package dev.supportpulse.classifier.http;

import dev.supportpulse.classifier.config.SolutionConfig;
import dev.supportpulse.classifier.solution.SolutionStore;
import dev.supportpulse.classifier.solution.SolutionTally;
import dev.supportpulse.classifier.statistics.SuccessRate;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What becomes of solutions. */
@Path("/v1/solutions")
@Produces(MediaType.APPLICATION_JSON)
public class SolutionsResource {

  private final SolutionStore solutions;
  private final SolutionConfig config;
  private final Clock clock;

  SolutionsResource(SolutionStore solutions, SolutionConfig config, Clock clock) {
    this.solutions = solutions;
    this.config = config;
    this.clock = clock;
  }

  /** Solutions by how sure it is that they help. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.QUERY)
  @Operation(
      operationId = "getSolutions",
      summary = "How often solutions were proposed, applied, helped, and stayed so")
  public ListView solutions(
      @RestQuery @Nullable String project, @RestQuery @Nullable String window) {
    ObservedWindow asked =
        ObservedWindow.of(
            project, window, config.defaultWindow(), config.retention(), clock.instant());
    List<View> views =
        solutions
            .tallies(asked.project(), asked.from(), asked.to(), config.verifiedAfter())
            .stream()
            .map(tally -> View.of(tally, config.level()))
            .sorted(
                Comparator.comparingDouble((View view) -> view.effectiveness().lower())
                    .reversed()
                    .thenComparing(View::solutionId))
            .toList();
    return new ListView(asked.project(), asked.from(), asked.to(), views);
  }

  /** The answer. */
  @Schema(name = "Solutions")
  record ListView(
      String project,
      Instant from,
      Instant to,
      @Schema(description = "Those that surely help most first") List<View> solutions) {}

  /** A solution. */
  @Schema(name = "SolutionEffect")
  record View(
      String solutionId,
      long proposed,
      long applied,
      @Schema(description = "Trials in which it helped, and the case was not reopened since")
          long helped,
      long notHelped,
      @Schema(description = "Trials in which it helped, but the case was reopened since")
          long reopened,
      @Schema(description = "Of those in which it helped: the case has stayed resolved")
          long verified,
      @Schema(description = "How often it helps: mean and interval") SuccessRate effectiveness,
      @Schema(description = "Trials with an outcome") long n) {

    static View of(SolutionTally tally, double level) {
      return new View(
          tally.solutionId(),
          tally.proposed(),
          tally.applied(),
          tally.helped(),
          tally.notHelped(),
          tally.reopened(),
          tally.verified(),
          tally.effectiveness(level),
          tally.trials());
    }
  }
}
