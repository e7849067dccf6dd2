package dev.supportpulse.intake.http;

import dev.supportpulse.intake.audit.AuditTrail;
import dev.supportpulse.intake.audit.Audited;
import dev.supportpulse.intake.audit.AuditedOperation;
import dev.supportpulse.intake.config.IntakeConfig;
import dev.supportpulse.intake.http.PseudonymsRequest.Person;
import dev.supportpulse.intake.privacy.Pseudonyms;
import dev.supportpulse.service.access.Caller;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.CallerContext;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.Problem;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code /v1/pseudonyms}: under what names a person's data is kept, so that it can be found and
 * erased. The person is in the body, since addresses are logged on the way; it is kept nowhere.
 */
@Path("/v1/pseudonyms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "privacy", description = "Finds a person's data")
public class PseudonymsResource {

  private final Pseudonyms pseudonyms;
  private final AuditTrail audit;
  private final IntakeConfig config;

  PseudonymsResource(Pseudonyms pseudonyms, AuditTrail audit, IntakeConfig config) {
    this.pseudonyms = pseudonyms;
    this.audit = audit;
    this.config = config;
  }

  @POST
  @Requires(value = Role.ADMIN, project = ProjectIn.BODY)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "lookUpPseudonyms",
      summary = "By which pseudonyms a user is named, under every key that is kept",
      description =
          """
          The user is neither kept nor logged; that somebody asked, about which project and when, \
          is in the audit.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = PseudonymsRequest.class),
              examples = @ExampleObject(name = "user", value = Examples.PERSON)))
  @APIResponse(
      responseCode = "200",
      description = "One for each key, the one in use first",
      content =
          @Content(
              schema = @Schema(implementation = PseudonymsAnswer.class),
              examples = @ExampleObject(name = "pseudonyms", value = Examples.PSEUDONYMS)))
  @APIResponse(responseCode = "400", description = "`field` names what is wrong")
  @APIResponse(responseCode = "503", description = "It can't be audited now: ask again")
  public PseudonymsAnswer lookUp(@Context SecurityContext context, byte[] body) throws IOException {
    Caller caller = CallerContext.callerOf(context);
    Person person = PseudonymsRequest.read(body);
    if (!caller.scope().covers(person.project())) {
      throw new ProblemException(
          Problem.of(
              403,
              "PROJECT_FORBIDDEN",
              "/project",
              "/project is none that this key is for: use a key for this project"));
    }
    return LogAway.told(
        () -> {
          audit.record(
              List.of(
                  new Audited(
                      caller.id(),
                      AuditedOperation.LOOK_UP_PSEUDONYMS,
                      person.project(),
                      null,
                      Instant.now())));
          return new PseudonymsAnswer(pseudonyms.allOf(person.project(), person.user()));
        },
        "it can't be audited now, since the broker doesn't answer: ask again",
        config.retryAfter());
  }
}
