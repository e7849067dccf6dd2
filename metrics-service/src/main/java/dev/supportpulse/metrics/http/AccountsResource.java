package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.cost.Budget;
import dev.supportpulse.metrics.economics.accounts.Account;
import dev.supportpulse.metrics.economics.accounts.AccountReader;
import dev.supportpulse.metrics.reference.ReferenceData;
import dev.supportpulse.metrics.window.BadQuery;
import dev.supportpulse.metrics.window.Window;
import dev.supportpulse.metrics.window.WindowLength;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/projects/{project}/accounts}: who takes most, and what they bring. */
@Path("/v1/projects/{project}/accounts")
@Tag(name = "Economics")
public class AccountsResource {

  static final Set<String> PARAMETERS = Set.of("window", "at", "sort", "currency", "limit");
  private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

  private final AccountReader accounts;
  private final ReferenceData references;
  private final QueryConfig config;
  private final Clock clock;

  AccountsResource(
      AccountReader accounts, ReferenceData references, QueryConfig config, Clock clock) {
    this.accounts = accounts;
    this.references = references;
    this.config = config;
    this.clock = clock;
  }

  /** The accounts of a window. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(
      operationId = "accounts",
      summary = "The customer organisations by cases, hours, cost or profit",
      description = "From the ledger, so only as far back as that reaches.")
  @Parameter(
      name = "sort",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              implementation = String.class,
              enumeration = {"cases", "hours", "cost", "profit"}),
      description = "The most first, of profit the least; cost, if left out")
  @Parameter(
      name = "currency",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description =
          "ISO 4217: only what was booked in it; the budget's, if left out, required without one")
  public AccountsView accounts(@RestPath String project, @Context UriInfo uri) {
    Parameters parameters = Parameters.of(uri, PARAMETERS);
    String length = parameters.text("window");
    Window window =
        Window.endingAt(
            parameters.instant("at", ZoneOffset.UTC, clock.instant()),
            length == null ? config.defaultWindow() : WindowLength.parse(length));
    Account.Order order = order(parameters.text("sort", Account.Order.COST.wireName()));
    int limit = parameters.limit(config.maxPageItems());
    String currency = currency(Selection.checkedProject(project), parameters.text("currency"));
    List<Account> all = Account.of(accounts.read(project, window), currency, order);
    return new AccountsView(
        project,
        window.from().toString(),
        window.to().toString(),
        currency,
        all.size(),
        all.stream().limit(limit).map(account -> view(account, currency)).toList());
  }

  private String currency(String project, @Nullable String given) {
    if (given != null) {
      return Fields.currency("currency", given);
    }
    Budget budget = references.of(project).budget();
    if (budget == null) {
      throw new BadQuery(
          "currency", "is required, because the project has no budget that tells it");
    }
    return budget.currency();
  }

  private static Account.Order order(String text) {
    return Arrays.stream(Account.Order.values())
        .filter(order -> order.wireName().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new BadQuery(
                    "sort",
                    "'%s' is not one of %s"
                        .formatted(
                            text,
                            Arrays.stream(Account.Order.values())
                                .map(Account.Order::wireName)
                                .collect(Collectors.joining(", ")))));
  }

  private static AccountView view(Account account, String currency) {
    return new AccountView(
        account.name(),
        account.cases(),
        account.minutes().divide(MINUTES, 2, RoundingMode.HALF_EVEN).doubleValue(),
        Money.exact(account.cost(), currency),
        Money.exact(account.income(), currency),
        Money.exact(account.profit(), currency));
  }

  /** The accounts. */
  @Schema(name = "Accounts")
  record AccountsView(
      String project,
      String from,
      String to,
      String currency,
      @Schema(description = "How many there are in all") int total,
      List<AccountView> accounts) {}

  /** One of them. */
  @Schema(name = "Account")
  record AccountView(
      @Schema(description = "Null for what no account is known of") @Nullable String account,
      long cases,
      @Schema(description = "Work on its cases") double hours,
      String cost,
      String income,
      String profit) {}
}
