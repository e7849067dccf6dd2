package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.cost.Budget;
import dev.supportpulse.metrics.reference.ReferenceStore;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What support may cost in a period. */
@Path("/v1/projects/{project}/budget")
@Tag(name = "Reference data")
public class BudgetResource {

  private final ReferenceStore store;
  private final Changes changes;

  BudgetResource(ReferenceStore store, Changes changes) {
    this.store = store;
    this.changes = changes;
  }

  /** The budget in force. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(operationId = "getBudget", summary = "The budget")
  public BudgetBody get(@RestPath String project) {
    Budget budget = store.of(Selection.checkedProject(project)).budget();
    if (budget == null) {
      throw ProblemException.notFound("project %s has no budget".formatted(project));
    }
    return BudgetBody.of(budget);
  }

  /** Replaces the budget. */
  @PUT
  @Requires(value = Role.OPERATOR, project = ProjectIn.PATH)
  @Operation(operationId = "putBudget", summary = "Set the budget of a period")
  public BudgetBody put(
      @RestPath String project, @Nullable BudgetBody body, @Context SecurityContext caller) {
    BudgetBody given = Fields.body(body);
    BigDecimal amount = Fields.amount("/amount", given.amount());
    if (amount.signum() <= 0) {
      throw ProblemException.invalid("/amount", "must be greater than zero");
    }
    Budget budget =
        new Budget(
            amount,
            Fields.currency("/currency", given.currency()),
            Fields.period(given.from(), given.to(), Granule.DAY));
    BudgetBody view = BudgetBody.of(budget);
    store.put(Selection.checkedProject(project), budget, changes.of(view, caller));
    return view;
  }

  /** An amount for a half-open period. */
  @Schema(name = "Budget")
  record BudgetBody(
      @Schema(description = "Decimal string", examples = "90000.00") @Nullable String amount,
      @Schema(description = "ISO 4217", examples = "USD") @Nullable String currency,
      @Schema(description = "A day: a date, or 00:00 UTC in RFC 3339") @Nullable String from,
      @Schema(description = "Not included") @Nullable String to) {

    static BudgetBody of(Budget budget) {
      return new BudgetBody(
          Money.exact(budget.amount(), budget.currency()),
          budget.currency(),
          budget.period().from().toString(),
          budget.period().to().toString());
    }
  }
}
