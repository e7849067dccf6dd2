package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.classifier.kafka.AuditTrail;
import dev.supportpulse.classifier.learning.Learning;
import dev.supportpulse.classifier.postgres.Erasure;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.CallerContext;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Erasure of what this service keeps of a project, or of one user of it (requirements R10). */
@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
public class ErasuresResource {

  /** As intake makes them. */
  private static final Pattern PSEUDONYM = Pattern.compile("u_[a-z0-9]{1,16}_[A-Za-z0-9_-]{22}");

  private final Erasure erasure;
  private final Learning learning;
  private final AuditTrail audit;
  private final Clock clock;

  ErasuresResource(Erasure erasure, Learning learning, AuditTrail audit, Clock clock) {
    this.erasure = erasure;
    this.learning = learning;
    this.audit = audit;
    this.clock = clock;
  }

  /** Erases; to repeat it does no harm. */
  @POST
  @Requires(value = Role.ADMIN, project = ProjectIn.BODY)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "erase",
      summary = "Erase what the classifier keeps of a project, or of a user by pseudonym",
      description =
          "Corrections, topics and, of a whole project, diagnoses, solutions, use of tools and what"
              + " models learned from it. What the topics still hold of before is erased again when"
              + " it comes in; what happens later is kept.")
  @APIResponse(responseCode = "200", description = "It is done, and told to support.audit")
  @APIResponse(responseCode = "503", description = "The database or the broker is away")
  public View erase(@Nullable JsonNode json, @Context SecurityContext caller) {
    RequestBody body = RequestBody.object(json, "");
    body.allowOnly(Set.of("project", "user"));
    String project = CallersProject.checked(body.text("project"), "/project", caller);
    String user = body.optionalText("user");
    if (user != null && !PSEUDONYM.matcher(user).matches()) {
      throw ProblemException.invalid(
          "/user",
          "must be the pseudonym of a user, u_<key id>_<22 characters>; intake's POST /v1/pseudonyms"
              + " tells those of a person");
    }
    String by = CallerContext.callerOf(caller).id();
    audit.tell(by, user == null ? "ERASE_PROJECT" : "ERASE_USER", project, null);
    int rows = erasure.erase(project, user, clock.instant(), by);
    if (user == null) {
      learning.forget(project);
    }
    return new View(project, user, rows);
  }

  /** What became of it. */
  @Schema(name = "ErasedByClassifier")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      String project,
      @Nullable String user,
      @Schema(description = "Rows that were deleted or unlinked") int rows) {}
}
