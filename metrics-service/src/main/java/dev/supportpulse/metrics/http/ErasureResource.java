package dev.supportpulse.metrics.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.metrics.postgres.Erasure;
import dev.supportpulse.metrics.window.BadQuery;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Erasure of a project, and of one user of it (requirements R10). */
@Path("/v1/projects")
@Tag(name = "Upkeep")
public class ErasureResource {

  /** As intake makes them. */
  private static final Pattern PSEUDONYM = Pattern.compile("u_[a-z0-9]{1,16}_[A-Za-z0-9_-]{22}");

  private final Erasure erasure;
  private final Changes changes;

  ErasureResource(Erasure erasure, Changes changes) {
    this.erasure = erasure;
    this.changes = changes;
  }

  /** Erases the project. */
  @DELETE
  @Path("/{project}")
  @Requires(value = Role.ADMIN, project = ProjectIn.PATH)
  @Operation(
      operationId = "eraseProject",
      summary = "Erase everything of a project but the audit",
      description =
          "Nothing that was received, or happened, before the erasure is done is ever counted"
              + " again; what comes later is. To repeat it does no harm.")
  @APIResponse(
      responseCode = "200",
      description = "It is done",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ErasureView.class)))
  @APIResponse(responseCode = "202", description = "It is noted, and will be done")
  public Response eraseProject(@RestPath String project, @Context SecurityContext caller) {
    Selection.checkedProject(project);
    return answer(project, null, erasure.ofProject(project, changes.of(Map.of(), caller)));
  }

  /** Unlinks what is stored of a user. */
  @DELETE
  @Path("/{project}/users/{user}")
  @Requires(value = Role.ADMIN, project = ProjectIn.PATH)
  @Operation(
      operationId = "eraseUser",
      summary = "Unlink what is stored of a user, by pseudonym; figures stay",
      description =
          "The events of the user lose the user, the customer organisation, and their source and"
              + " id; what the topics still hold of before is not linked again.")
  @APIResponse(
      responseCode = "200",
      description = "It is done",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ErasureView.class)))
  @APIResponse(responseCode = "202", description = "It is noted, and will be done")
  public Response eraseUser(
      @RestPath String project, @RestPath String user, @Context SecurityContext caller) {
    Selection.checkedProject(project);
    if (!PSEUDONYM.matcher(user).matches()) {
      throw new BadQuery(
          "user",
          "must be the pseudonym of a user, u_<key id>_<22 characters>; intake's POST /v1/pseudonyms tells those of a person");
    }
    return answer(
        project, user, erasure.ofUser(project, user, changes.of(Map.of("user", user), caller)));
  }

  private static Response answer(String project, @Nullable String user, Optional<Long> rows) {
    ErasureView view =
        new ErasureView(project, user, rows.isPresent() ? "ERASED" : "ERASING", rows.orElse(null));
    return Response.status(rows.isPresent() ? Response.Status.OK : Response.Status.ACCEPTED)
        .entity(view)
        .build();
  }

  /** What became of it. */
  @Schema(name = "Erasure")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ErasureView(
      String project,
      @Nullable String user,
      @Schema(description = "ERASED, or ERASING: maintenance will finish it") String state,
      @Schema(description = "Rows that were deleted or unlinked") @Nullable Long rows) {}
}
