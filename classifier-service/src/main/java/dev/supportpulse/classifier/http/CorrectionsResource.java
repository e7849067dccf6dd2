package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.classifier.config.LearningConfig;
import dev.supportpulse.classifier.correction.Correction;
import dev.supportpulse.classifier.correction.Corrections;
import dev.supportpulse.classifier.correction.Outcome;
import dev.supportpulse.classifier.correction.Stored;
import dev.supportpulse.classifier.kafka.AuditTrail;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Target;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.CallerContext;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.Problem;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What humans say that events are about. */
@Path("/v1/corrections")
@Produces(MediaType.APPLICATION_JSON)
public class CorrectionsResource {

  private static final int DEFAULT_PAGE = 100;

  private final Corrections corrections;
  private final AuditTrail audit;
  private final CorrectionBody body;
  private final LearningConfig config;
  private final Clock clock;

  CorrectionsResource(
      Corrections corrections, AuditTrail audit, LearningConfig config, Clock clock) {
    this.corrections = corrections;
    this.audit = audit;
    this.body = new CorrectionBody(config);
    this.config = config;
    this.clock = clock;
  }

  /** Takes a correction; 201 once it is stored, 200 if it had been. */
  @POST
  @Requires(value = Role.OPERATOR, project = ProjectIn.BODY)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "postCorrection",
      summary = "Say what an event is about: restates past figures, and is learned from")
  @APIResponse(responseCode = "201", description = "Stored; published right after")
  @APIResponse(responseCode = "200", description = "Stored before")
  @APIResponse(responseCode = "409", description = "The project has another one of that id")
  @APIResponse(responseCode = "503", description = "Not stored: the database is away")
  public Response post(@Nullable JsonNode json, @Context SecurityContext context) {
    Correction correction = body.read(json, context, clock.instant());
    Outcome outcome = corrections.take(correction);
    if (outcome instanceof Outcome.Conflicting) {
      throw new ProblemException(
          Problem.of(
              409,
              "CORRECTION_CONFLICT",
              "/id",
              "the project has another correction of this id: give this one an id of its own"));
    }
    return outcome instanceof Outcome.Accepted accepted
        ? Response.status(Response.Status.CREATED).entity(View.of(accepted.stored())).build()
        : Response.ok(View.of(((Outcome.Known) outcome).stored())).build();
  }

  /** A page of corrections, the newest first. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.QUERY)
  @Operation(operationId = "getCorrections", summary = "Corrections, the newest first")
  public PageView page(
      @RestQuery @Nullable String project,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable Long after) {
    int size = limit == null ? Math.min(DEFAULT_PAGE, config.maxPage()) : limit;
    if (size < 1 || size > config.maxPage()) {
      throw ProblemException.invalid("limit", "must be from 1 to " + config.maxPage());
    }
    List<Stored> found =
        corrections.newest(project, after == null ? Long.MAX_VALUE : after, size + 1);
    boolean more = found.size() > size;
    List<View> views = found.stream().limit(size).map(View::of).toList();
    return new PageView(views, more ? views.get(size - 1).sequence() : null);
  }

  /** Forgets what the event of a correction says. */
  @DELETE
  @Path("{sequence}/text")
  @Requires(value = Role.ADMIN, project = ProjectIn.QUERY)
  @Operation(
      operationId = "forgetCorrectionText",
      summary = "Forget for good what the event of a correction says, and its note",
      description = "The correction itself holds on, but is not learned from any more.")
  @APIResponse(responseCode = "204", description = "Forgotten, and told to support.audit")
  @APIResponse(responseCode = "404", description = "The project has no such correction")
  public void forgetText(
      @RestPath long sequence,
      @RestQuery @Nullable String project,
      @Context SecurityContext caller) {
    if (project == null || !SupportEvent.isProject(project)) {
      throw ProblemException.invalid("project", "is required: the project of the correction");
    }
    audit.tell(
        CallerContext.callerOf(caller).id(),
        "FORGET_CORRECTION_TEXT",
        project,
        Long.toString(sequence));
    if (!corrections.forgetText(project, sequence, clock.instant())) {
      throw ProblemException.notFound(
          "the project has no correction of sequence %d; GET /v1/corrections tells those that it has"
              .formatted(sequence));
    }
  }

  /** A page. */
  @Schema(name = "Corrections")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record PageView(
      List<View> corrections,
      @Schema(description = "Value of 'after' for the next page; null on the last one")
          @Nullable Long next) {}

  /** A correction as it is stored; what the event says is not repeated. */
  @Schema(name = "Correction")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      String project,
      String id,
      Target target,
      NeedCategory category,
      @Nullable String subCategory,
      @Nullable Sentiment sentiment,
      @Nullable String note,
      @Schema(
              description =
                  "Whether it is known what the event says, so that it can be learned from")
          boolean learnable,
      String correctedBy,
      Instant correctedAt,
      @Schema(description = "Of two corrections of an event the higher one holds") long sequence,
      @Schema(description = "Whether support.classifications has it") boolean published) {

    static View of(Stored stored) {
      Correction correction = stored.correction();
      return new View(
          correction.project(),
          correction.id(),
          correction.target(),
          correction.category(),
          correction.subCategory(),
          correction.sentiment(),
          correction.note(),
          stored.learnable() != null,
          correction.correctedBy(),
          correction.correctedAt(),
          stored.sequence(),
          stored.published());
    }
  }
}
