package dev.supportpulse.intake.http;

import dev.supportpulse.intake.config.IntakeConfig;
import dev.supportpulse.intake.config.RedriveConfig;
import dev.supportpulse.intake.redrive.Filed;
import dev.supportpulse.intake.redrive.LetterId;
import dev.supportpulse.intake.redrive.Redrives;
import dev.supportpulse.intake.redrive.Report;
import dev.supportpulse.intake.watch.LetterWatch;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.Scope;
import dev.supportpulse.service.access.http.CallerContext;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code /v1/dead-letters}: what was set aside, of all three services. */
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dead letters", description = "What was set aside, and how it gets another chance")
public class DeadLettersResource {

  private static final Logger LOG = Logger.getLogger(DeadLettersResource.class);

  private static final int USUAL_LIMIT = 100;
  private static final Set<String> LIST_PARAMETERS =
      Set.of("project", "code", "state", "from", "to", "limit", "after");

  private final Redrives redrives;
  private final LetterWatch watch;
  private final RedriveConfig config;
  private final IntakeConfig intake;

  DeadLettersResource(
      Redrives redrives, LetterWatch watch, RedriveConfig config, IntakeConfig intake) {
    this.redrives = redrives;
    this.watch = watch;
    this.config = config;
    this.intake = intake;
  }

  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.EVERY)
  @Operation(
      operationId = "countDeadLetters",
      summary = "How many letters there are, by topic, code and state")
  @APIResponse(
      responseCode = "200",
      description = "The counts of each topic",
      content =
          @Content(
              schema = @Schema(implementation = LetterCounts.class),
              examples = @ExampleObject(name = "counts", value = LetterExamples.COUNTS)))
  @APIResponse(responseCode = "503", description = "The broker doesn't answer now")
  public LetterCounts counts(@Context UriInfo uri) {
    requireKnown(uri, Set.of());
    return answered(() -> LetterCounts.of(watch.refresh()));
  }

  @GET
  @Requires(value = Role.OPERATOR, project = ProjectIn.QUERY)
  @Path("/{topic}")
  @Operation(
      operationId = "listDeadLetters",
      summary = "The letters of a topic, by partition and offset",
      description =
          """
          `support.rejected` has what intake refused or quarantined, \
          `support.classifier.dead-letters` and `support.metrics.dead-letters` the records that \
          those services could not process.""")
  @APIResponse(
      responseCode = "200",
      description = "Some letters, and where to go on",
      content =
          @Content(
              schema = @Schema(implementation = LettersAnswer.class),
              examples = @ExampleObject(name = "list", value = LetterExamples.LIST)))
  @APIResponse(responseCode = "400", description = "A parameter is wrong; `field` names it")
  @APIResponse(responseCode = "404", description = "That topic holds no letters")
  @APIResponse(responseCode = "503", description = "The broker doesn't answer now")
  public LettersAnswer list(
      @Context UriInfo uri,
      @Context SecurityContext caller,
      @PathParam("topic") String topic,
      @QueryParam("project") @Nullable String project,
      @Parameter(example = "MALFORMED") @QueryParam("code") @Nullable String code,
      @Parameter(description = "WAITING, REDRIVEN, PARKED or FINAL") @QueryParam("state")
          @Nullable String state,
      @Parameter(description = "kept at or after: RFC 3339 or a date") @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "kept before: RFC 3339 or a date") @QueryParam("to")
          @Nullable String to,
      @Parameter(description = "at most so many; 100 if left out") @QueryParam("limit")
          @Nullable String limit,
      @Parameter(description = "go on after this letter") @QueryParam("after")
          @Nullable String after) {
    requireKnown(uri, LIST_PARAMETERS);
    LetterQuery.PARAMETERS.topic(null, topic);
    var filter =
        LetterQuery.PARAMETERS.filter(project, code, LetterQuery.PARAMETERS.state(state), from, to);
    LetterId start = LetterQuery.PARAMETERS.after(topic, after);
    int most =
        LetterQuery.PARAMETERS.limit(
            LetterQuery.PARAMETERS.number("limit", limit), USUAL_LIMIT, config.maxLetters());
    return answered(
        () -> LettersAnswer.of(redrives.list(topic, filter, visibleTo(caller), start, most)));
  }

  @GET
  @Requires(value = Role.OPERATOR, project = ProjectIn.NONE)
  @Path("/{topic}/{partition}/{offset}")
  @Operation(
      operationId = "getDeadLetter",
      summary = "A whole letter: its headers, and its body as it is kept")
  @APIResponse(
      responseCode = "200",
      description = "The letter",
      content =
          @Content(
              schema = @Schema(implementation = LetterDetail.class),
              examples = @ExampleObject(name = "detail", value = LetterExamples.DETAIL)))
  @APIResponse(responseCode = "404", description = "It isn't kept, or not any more")
  @APIResponse(responseCode = "503", description = "The broker doesn't answer now")
  public LetterDetail letter(
      @Context SecurityContext caller,
      @PathParam("topic") String topic,
      @PathParam("partition") String partition,
      @PathParam("offset") String offset) {
    LetterQuery.PARAMETERS.topic(null, topic);
    LetterId id = LetterQuery.PARAMETERS.letter("letter", topic + "/" + partition + "/" + offset);
    return answered(
        () ->
            redrives
                .find(id)
                .filter(visibleTo(caller))
                .map(LetterDetail::of)
                .orElseThrow(() -> ProblemException.notFound(id + " isn't kept, or not any more")));
  }

  @POST
  @Requires(value = Role.OPERATOR, project = ProjectIn.NONE)
  @Path("/redrive")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "redriveDeadLetters",
      summary = "Puts letters in again where they came from; a dry run unless told otherwise",
      description =
          """
          A dead letter is put in again for the service that failed at it, a quarantined event is \
          released to all. Redriving twice changes no figure. What fails again comes back as \
          another letter, of one more attempt; after five it is parked by itself.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RedriveRequest.class),
              examples = {
                @ExampleObject(name = "one", value = LetterExamples.REDRIVE_ONE),
                @ExampleObject(name = "all of a code", value = LetterExamples.REDRIVE_CODE)
              }))
  @APIResponse(
      responseCode = "200",
      description = "What became of each letter",
      content =
          @Content(
              schema = @Schema(implementation = RedriveReport.class),
              examples = @ExampleObject(name = "redriven", value = LetterExamples.REDRIVEN)))
  @APIResponse(responseCode = "400", description = "`field` names what is wrong")
  @APIResponse(
      responseCode = "503",
      description = "The broker doesn't answer now: ask again, what was redriven stays so")
  public RedriveReport redrive(@Context SecurityContext caller, byte[] body) throws IOException {
    RedriveRequest request = RedriveRequest.read(body);
    var selection = request.selection(config.maxLetters());
    return answered(
        () ->
            told(
                redrives.redrive(
                    selection,
                    visibleTo(caller),
                    request.isDry(),
                    by(caller),
                    Instant.now(),
                    request.note()),
                request,
                by(caller)));
  }

  @POST
  @Requires(value = Role.OPERATOR, project = ProjectIn.NONE)
  @Path("/park")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "parkDeadLetters",
      summary = "Lays letters to rest; a dry run unless told otherwise",
      description = "They stay where they are, and only who asks for state PARKED redrives them.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RedriveRequest.class),
              examples = @ExampleObject(name = "one", value = LetterExamples.REDRIVE_ONE)))
  @APIResponse(
      responseCode = "200",
      description = "What became of each letter",
      content =
          @Content(
              schema = @Schema(implementation = RedriveReport.class),
              examples = @ExampleObject(name = "parked", value = LetterExamples.PARKED)))
  @APIResponse(responseCode = "400", description = "`field` names what is wrong")
  @APIResponse(responseCode = "503", description = "The broker doesn't answer now: ask again")
  public RedriveReport park(@Context SecurityContext caller, byte[] body) throws IOException {
    RedriveRequest request = RedriveRequest.read(body);
    var selection = request.selection(config.maxLetters());
    return answered(
        () ->
            told(
                redrives.park(
                    selection,
                    visibleTo(caller),
                    request.isDry(),
                    by(caller),
                    Instant.now(),
                    request.note()),
                request,
                by(caller)));
  }

  /** The answer; what was done is also in the log. */
  private static RedriveReport told(Report report, RedriveRequest request, String by) {
    RedriveReport answer = RedriveReport.of(report, request.isDry());
    if (!answer.dryRun()) {
      for (RedriveReport.Line line : answer.letters()) {
        LOG.infof("%s: %s %s (%s)", by, line.action(), line.id(), line.code());
      }
    }
    return answer;
  }

  private static String by(SecurityContext caller) {
    return CallerContext.callerOf(caller).id();
  }

  /** Letters of other projects aren't there, nor those of which nobody knows the project. */
  private static Predicate<Filed> visibleTo(SecurityContext caller) {
    Scope scope = CallerContext.callerOf(caller).scope();
    return filed -> {
      String project = filed.letter().project();
      return scope.isEveryProject() || (project != null && scope.covers(project));
    };
  }

  private <T> T answered(Supplier<T> work) {
    return LogAway.told(
        work,
        "the broker, which keeps the letters, doesn't answer now: ask again",
        intake.retryAfter());
  }

  /** An unknown parameter would be ignored silently. */
  private static void requireKnown(UriInfo uri, Set<String> known) {
    for (String name : uri.getQueryParameters().keySet()) {
      if (!known.contains(name)) {
        throw ProblemException.invalid(
            name,
            "is not a parameter of this route; it takes "
                + (known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known))));
      }
    }
  }
}
