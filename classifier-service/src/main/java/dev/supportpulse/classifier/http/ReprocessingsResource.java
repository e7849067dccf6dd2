package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.classifier.assessment.Assessor;
import dev.supportpulse.classifier.kafka.EventLog;
import dev.supportpulse.classifier.reprocess.Reprocessing;
import dev.supportpulse.classifier.reprocess.ReprocessingStore;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.CallerContext;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** All events classified again, by the champion of today. */
@Path("/v1/reprocessings")
@Produces(MediaType.APPLICATION_JSON)
public class ReprocessingsResource {

  private final ReprocessingStore store;
  private final EventLog log;
  private final Assessor assessor;
  private final Clock clock;

  ReprocessingsResource(ReprocessingStore store, EventLog log, Assessor assessor, Clock clock) {
    this.store = store;
    this.log = log;
    this.assessor = assessor;
    this.clock = clock;
  }

  /** Begins; answers at once. */
  @POST
  @Requires(value = Role.OPERATOR, project = ProjectIn.EVERY)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reprocess",
      summary = "Classify all events of the topic again, which restates figures",
      description =
          "Every event that the topic still holds, by the champion. What humans corrected stays as"
              + " they said. It goes on if an instance dies, and shares the work between"
              + " instances.")
  @APIResponse(responseCode = "202", description = "It goes on in the background")
  @APIResponse(responseCode = "503", description = "The database or the broker is away")
  public Response begin(@Nullable JsonNode json, @Context SecurityContext caller) {
    RequestBody body = RequestBody.object(json, "");
    body.allowOnly(Set.of("project", "tier"));
    String project = body.optionalText("project");
    String tier = body.optionalText("tier");
    ClassifierTier wanted = tier == null ? null : WantedTier.of(tier, assessor.best());
    Reprocessing begun =
        store.request(
            project == null ? null : CallersProject.checked(project, "/project", caller),
            wanted,
            clock.instant(),
            CallerContext.callerOf(caller).id(),
            log.begins(),
            log.ends());
    return Response.accepted(View.of(begun, Map.of())).build();
  }

  /** How far it is. */
  @GET
  @Path("{id}")
  @Requires(value = Role.VIEWER, project = ProjectIn.EVERY)
  @Operation(operationId = "getReprocessing", summary = "How far a reprocessing has come")
  @APIResponse(responseCode = "404", description = "There is none of that id")
  public View get(@RestPath long id) {
    Reprocessing known =
        store
            .find(id)
            .orElseThrow(() -> ProblemException.notFound("there is no reprocessing " + id));
    return View.of(known, known.finishedAt() == null ? log.positions(id) : known.ends());
  }

  /** A reprocessing. */
  @Schema(name = "Reprocessing")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record View(
      long id,
      @Schema(description = "Null: every project") @Nullable String project,
      @Schema(description = "Null: the best that an instance has") @Nullable ClassifierTier tier,
      Instant requestedAt,
      @Schema(description = "Records to look at") long records,
      @Schema(description = "How many of them have been looked at") long done,
      @Schema(description = "Null while it goes on") @Nullable Instant finishedAt) {

    static View of(Reprocessing reprocessing, Map<Integer, Long> positions) {
      return new View(
          reprocessing.id(),
          reprocessing.project(),
          reprocessing.tier(),
          reprocessing.requestedAt(),
          reprocessing.records(),
          reprocessing.done(positions),
          reprocessing.finishedAt());
    }
  }
}
