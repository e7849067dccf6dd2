package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.cost.RateCard;
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
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What one unit of each item costs. */
@Path("/v1/projects/{project}/rate-card")
@Tag(name = "Reference data")
public class RateCardResource {

  private final ReferenceStore store;
  private final Changes changes;

  RateCardResource(ReferenceStore store, Changes changes) {
    this.store = store;
    this.changes = changes;
  }

  /** Every version, the oldest first. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(operationId = "getRateCard", summary = "The versions of the rate card, oldest first")
  public RateCardVersions get(@RestPath String project) {
    return new RateCardVersions(
        store.of(Selection.checkedProject(project)).rateCards().versions().stream()
            .map(RateCardBody::of)
            .toList());
  }

  /** Adds a version, or replaces the one of the same day. */
  @PUT
  @Requires(value = Role.OPERATOR, project = ProjectIn.PATH)
  @Operation(
      operationId = "putRateCard",
      summary = "Add a version of the rate card",
      description =
          "It is valid from 00:00 UTC of 'validFrom' until the next version; one of the same day is"
              + " replaced.")
  public RateCardBody put(
      @RestPath String project, @Nullable RateCardBody body, @Context SecurityContext caller) {
    RateCardBody given = Fields.body(body);
    RateCard card =
        new RateCard(
            Fields.currency("/currency", given.currency()),
            items(Fields.required("/items", given.items())),
            Fields.day("/validFrom", given.validFrom()));
    RateCardBody view = RateCardBody.of(card);
    store.put(Selection.checkedProject(project), card, changes.of(view, caller));
    return view;
  }

  private static SortedMap<String, BigDecimal> items(Map<String, @Nullable String> given) {
    if (given.isEmpty()) {
      throw ProblemException.invalid("/items", "must name at least one item");
    }
    SortedMap<String, BigDecimal> items = new TreeMap<>();
    given.forEach(
        (item, rate) -> {
          if (item.isBlank()) {
            throw ProblemException.invalid("/items", "an item must not be blank");
          }
          items.put(item, Fields.amount("/items/" + item, rate));
        });
    return items;
  }

  /** One version of the rate card. */
  @Schema(name = "RateCard")
  record RateCardBody(
      @Schema(description = "ISO 4217", examples = "CNY") @Nullable String currency,
      @Schema(description = "Decimal string by item, the 'action' of usage.recorded")
          @Nullable Map<String, @Nullable String> items,
      @Nullable LocalDate validFrom) {

    static RateCardBody of(RateCard card) {
      Map<String, @Nullable String> items = new TreeMap<>();
      card.items().forEach((item, rate) -> items.put(item, rate.toPlainString()));
      return new RateCardBody(card.currency(), items, card.validFrom());
    }
  }

  /** Every version. */
  @Schema(name = "RateCardVersions")
  record RateCardVersions(List<RateCardBody> versions) {}
}
