package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.postgres.Rebuild;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.Problem;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** {@code POST /v1/projects/{project}/rebuild}: the buckets from the ledger. */
@Path("/v1/projects/{project}/rebuild")
@Tag(name = "Upkeep")
public class RebuildResource {

  private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

  private final Rebuild rebuild;
  private final Changes changes;

  RebuildResource(Rebuild rebuild, Changes changes) {
    this.rebuild = rebuild;
    this.changes = changes;
  }

  /** Rebuilds, and answers when it is done. */
  @POST
  @Requires(value = Role.ADMIN, project = ProjectIn.PATH)
  @Operation(
      operationId = "rebuild",
      summary = "Count a project's cases again and correct its buckets from the ledger",
      description =
          "Beside the counting, exactly, as often as wanted. Days that the ledger no longer holds"
              + " stay as they are. It goes on if the caller gives up.")
  @APIResponse(responseCode = "200", description = "What was found wrong and is right now")
  @APIResponse(responseCode = "503", description = "Maintenance or another rebuild is at work")
  public RebuiltView rebuild(@RestPath String project, @Context SecurityContext caller) {
    Selection.checkedProject(project);
    return rebuild
        .run(project, changes.of(Map.of(), caller))
        .map(done -> RebuiltView.of(project, done))
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        503,
                        "UPKEEP_AT_WORK",
                        null,
                        "maintenance or another rebuild is at work: try again in a while"),
                    TRY_AGAIN));
  }

  /** What was corrected. */
  @Schema(name = "Rebuilt")
  record RebuiltView(
      String project,
      @Schema(description = "First UTC day that was rebuilt; earlier ones stay as they were")
          LocalDate from,
      @Schema(description = "Cases that had been counted otherwise") long cases,
      @Schema(description = "Buckets that held something else, by tier of time")
          Map<Granule, Long> buckets) {

    static RebuiltView of(String project, Rebuild.Done done) {
      return new RebuiltView(project, done.from(), done.cases(), done.buckets());
    }
  }
}
