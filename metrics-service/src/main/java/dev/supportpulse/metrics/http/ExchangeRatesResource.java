package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.cost.ExchangeTable;
import dev.supportpulse.metrics.reference.ReferenceStore;
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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What currencies are worth in one another, for queries that name a {@code currency}. */
@Path("/v1/projects/{project}/exchange-rates")
@Tag(name = "Reference data")
public class ExchangeRatesResource {

  private final ReferenceStore store;
  private final Changes changes;

  ExchangeRatesResource(ReferenceStore store, Changes changes) {
    this.store = store;
    this.changes = changes;
  }

  /** Every table, by currency, the oldest first. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(
      operationId = "getExchangeRates",
      summary = "The exchange rates by currency, oldest first")
  public ExchangeTables get(@RestPath String project) {
    return new ExchangeTables(
        store.of(Selection.checkedProject(project)).exchangeTables().stream()
            .sorted(
                Comparator.comparing(ExchangeTable::currency)
                    .thenComparing(ExchangeTable::validFrom))
            .map(ExchangeTableBody::of)
            .toList());
  }

  /** Adds a table, or replaces the one of the same currency and day. */
  @PUT
  @Requires(value = Role.OPERATOR, project = ProjectIn.PATH)
  @Operation(
      operationId = "putExchangeRates",
      summary = "Add a table of exchange rates",
      description =
          "It is valid from 00:00 UTC of 'validFrom' until the next table of the same currency; one"
              + " of the same day is replaced. An amount is multiplied by the rate of its currency"
              + " that is valid on its own UTC day, and not rounded.")
  public ExchangeTableBody put(
      @RestPath String project, @Nullable ExchangeTableBody body, @Context SecurityContext caller) {
    ExchangeTableBody given = Fields.body(body);
    String currency = Fields.currency("/currency", given.currency());
    ExchangeTable table =
        new ExchangeTable(
            currency,
            rates(currency, Fields.required("/rates", given.rates())),
            Fields.day("/validFrom", given.validFrom()));
    ExchangeTableBody view = ExchangeTableBody.of(table);
    store.put(Selection.checkedProject(project), table, changes.of(view, caller));
    return view;
  }

  private static SortedMap<String, BigDecimal> rates(
      String currency, Map<String, @Nullable String> given) {
    if (given.isEmpty()) {
      throw ProblemException.invalid("/rates", "must name at least one currency");
    }
    SortedMap<String, BigDecimal> rates = new TreeMap<>();
    given.forEach(
        (code, rate) -> {
          String field = "/rates/" + code;
          if (Fields.currency(field, code).equals(currency)) {
            throw ProblemException.invalid(field, "is what is converted to; leave it out");
          }
          BigDecimal value = Fields.amount(field, rate);
          if (value.signum() <= 0) {
            throw ProblemException.invalid(field, "must be greater than zero");
          }
          rates.put(code, value);
        });
    return rates;
  }

  /** What one unit of other currencies is worth in this one. */
  @Schema(name = "ExchangeRates")
  record ExchangeTableBody(
      @Schema(description = "ISO 4217; what is converted to", examples = "EUR")
          @Nullable String currency,
      @Schema(description = "Decimal string by currency: what one unit of it is worth")
          @Nullable Map<String, @Nullable String> rates,
      @Nullable LocalDate validFrom) {

    static ExchangeTableBody of(ExchangeTable table) {
      Map<String, @Nullable String> rates = new TreeMap<>();
      table.rates().forEach((code, rate) -> rates.put(code, rate.toPlainString()));
      return new ExchangeTableBody(table.currency(), rates, table.validFrom());
    }
  }

  /** Every table. */
  @Schema(name = "ExchangeRateTables")
  record ExchangeTables(List<ExchangeTableBody> tables) {}
}
