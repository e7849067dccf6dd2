package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.postgres.AccountingReader;
import dev.supportpulse.metrics.window.BadQuery;
import dev.supportpulse.metrics.window.Window;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/accounting}: what became of everything that was received. */
@Path("/v1/accounting")
@Tag(name = "Accounting")
public class AccountingResource {

  private static final Duration DEFAULT_SPAN = Duration.ofHours(24);

  private final AccountingReader accounting;
  private final QueryConfig config;
  private final Clock clock;

  AccountingResource(AccountingReader accounting, QueryConfig config, Clock clock) {
    this.accounting = accounting;
    this.config = config;
    this.clock = clock;
  }

  /** Rows by project and hour of receipt. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.QUERY)
  @Operation(
      operationId = "accounting",
      summary = "received = accepted + duplicate + rejected + quarantined, per project and hour",
      description = "Items without a valid project count under 'unknown'.")
  @Parameter(
      name = "project",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "All, if left out")
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "RFC 3339 or a date; 24 hours before 'to', if left out")
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "Not included; now, if left out")
  public AccountingView accounting(@Context UriInfo uri) {
    Parameters parameters = Parameters.of(uri, Set.of("project", "from", "to"));
    String project = parameters.text("project");
    if (project != null) {
      Selection.checkedProject(project);
    }
    Window span = parameters.span(ZoneOffset.UTC, clock.instant(), DEFAULT_SPAN);
    int limit = config.maxAccountingRows();
    List<AccountingReader.Row> rows = accounting.read(project, span, limit + 1);
    if (rows.size() > limit) {
      throw new BadQuery(
          "from",
          "there are more than %d rows: ask for a shorter span or one project".formatted(limit));
    }
    return new AccountingView(span.from(), span.to(), rows);
  }

  /** The rows whose hour begins in the half-open span. */
  @Schema(name = "Accounting")
  record AccountingView(Instant from, Instant to, List<AccountingReader.Row> rows) {}
}
