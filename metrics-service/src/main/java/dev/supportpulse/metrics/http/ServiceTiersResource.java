package dev.supportpulse.metrics.http;

import dev.supportpulse.events.Channel;
import dev.supportpulse.events.Complexity;
import dev.supportpulse.metrics.economics.pricing.Pricing;
import dev.supportpulse.metrics.economics.pricing.ServiceTier;
import dev.supportpulse.metrics.economics.pricing.ServiceTierStore;
import dev.supportpulse.metrics.economics.pricing.ServiceTiers;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What customer tiers are promised, and what they pay. */
@Path("/v1/projects/{project}/service-tiers")
@Tag(name = "Economics")
public class ServiceTiersResource {

  private static final int MOST_MONTHS = 1200;
  private static final int MOST_CASES = 1_000_000;

  private final ServiceTierStore store;
  private final Changes changes;

  ServiceTiersResource(ServiceTierStore store, Changes changes) {
    this.store = store;
    this.changes = changes;
  }

  /** The tiers. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(operationId = "getServiceTiers", summary = "What tiers are promised and pay")
  public TiersBody get(@RestPath String project) {
    return TiersBody.of(tiers(project));
  }

  /** Replaces the tiers. */
  @PUT
  @Requires(value = Role.OPERATOR, project = ProjectIn.PATH)
  @Operation(operationId = "putServiceTiers", summary = "Set what tiers are promised and pay")
  public TiersBody put(
      @RestPath String project, @Nullable TiersBody body, @Context SecurityContext caller) {
    ServiceTiers tiers = Fields.body(body).toTiers();
    TiersBody view = TiersBody.of(tiers);
    store.put(Selection.checkedProject(project), tiers, changes.of(view, caller));
    return view;
  }

  /** What a customer would pay. */
  @POST
  @Path("/quote")
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(operationId = "quote", summary = "What a customer of a tier pays for what it takes")
  public QuoteView quote(@RestPath String project, @Nullable QuoteBody body) {
    QuoteBody given = Fields.body(body);
    ServiceTiers tiers = tiers(project);
    String name = Fields.required("/tier", given.tier());
    ServiceTier tier = tiers.tiers().get(name);
    if (tier == null) {
      throw ProblemException.invalid(
          "/tier",
          "'%s' is not one of %s"
              .formatted(name, String.join(", ", new TreeMap<>(tiers.tiers()).keySet())));
    }
    ServiceTier.Quote quote = Pricing.quote(tier, given.toConsumption());
    return QuoteView.of(name, tiers.currency(), quote);
  }

  private ServiceTiers tiers(String project) {
    return store
        .of(Selection.checkedProject(project))
        .orElseThrow(
            () -> ProblemException.notFound("project %s has no service tiers".formatted(project)));
  }

  private static BigDecimal price(String field, @Nullable String text) {
    BigDecimal price = Fields.amount(field, text);
    if (price.signum() < 0) {
      throw ProblemException.invalid(field, "must not be negative");
    }
    return price;
  }

  private static int count(String field, @Nullable Integer given, int least, int most) {
    int count = Fields.required(field, given);
    if (count < least || count > most) {
      throw ProblemException.invalid(field, "must be from %d to %d".formatted(least, most));
    }
    return count;
  }

  /** All tiers of a project. */
  @Schema(name = "ServiceTiers")
  record TiersBody(
      @Schema(description = "ISO 4217") @Nullable String currency,
      @Nullable Map<String, @Nullable TierBody> tiers) {

    static TiersBody of(ServiceTiers tiers) {
      Map<String, @Nullable TierBody> bodies = new TreeMap<>();
      tiers.tiers().forEach((name, tier) -> bodies.put(name, TierBody.of(tier, tiers.currency())));
      return new TiersBody(tiers.currency(), bodies);
    }

    ServiceTiers toTiers() {
      Map<String, @Nullable TierBody> given = Fields.required("/tiers", tiers);
      Map<String, ServiceTier> all = new HashMap<>();
      given.forEach(
          (name, tier) -> {
            String at = "/tiers/" + name;
            if (name.isBlank()) {
              throw ProblemException.invalid("/tiers", "has a tier without a name");
            }
            all.put(name, Fields.required(at, tier).toTier(at));
          });
      return new ServiceTiers(Fields.currency("/currency", currency), all);
    }
  }

  /** One tier. */
  @Schema(name = "ServiceTier")
  record TierBody(
      @Schema(description = "ISO 8601", examples = "PT2H") @Nullable String firstResponse,
      @Schema(examples = "24x7") @Nullable String hours,
      @Schema(description = "All, if left out") @Nullable Set<Channel> channels,
      @Schema(description = "Each month", defaultValue = "0") @Nullable Integer includedCases,
      @Schema(description = "Decimal string") @Nullable String monthlyFee,
      @Schema(description = "Of each case beyond those included")
          @Nullable Map<Complexity, @Nullable String> perCase,
      @Schema(description = "Of each unit, by action")
          @Nullable Map<String, @Nullable String> perUsage) {

    static TierBody of(ServiceTier tier, String currency) {
      Duration wait = tier.firstResponse();
      Map<Complexity, @Nullable String> cases = new EnumMap<>(Complexity.class);
      tier.perCase().forEach((key, price) -> cases.put(key, Money.exact(price, currency)));
      Map<String, @Nullable String> usage = new TreeMap<>();
      tier.perUsage().forEach((key, price) -> usage.put(key, Money.exact(price, currency)));
      return new TierBody(
          wait == null ? null : wait.toString(),
          tier.hours(),
          tier.channels(),
          tier.includedCases(),
          Money.exact(tier.monthlyFee(), currency),
          cases,
          usage);
    }

    ServiceTier toTier(String at) {
      Map<Complexity, BigDecimal> cases = new EnumMap<>(Complexity.class);
      Map<String, BigDecimal> usage = new LinkedHashMap<>();
      if (perCase != null) {
        perCase.forEach((key, text) -> cases.put(key, price(at + "/perCase/" + key, text)));
      }
      if (perUsage != null) {
        perUsage.forEach((key, text) -> usage.put(key, price(at + "/perUsage/" + key, text)));
      }
      return new ServiceTier(
          firstResponse == null ? null : length(at + "/firstResponse", firstResponse),
          hours,
          channels == null ? Set.of() : channels,
          includedCases == null ? 0 : count(at + "/includedCases", includedCases, 0, MOST_CASES),
          price(at + "/monthlyFee", monthlyFee),
          cases,
          usage);
    }

    private static Duration length(String field, String text) {
      try {
        Duration length = Duration.parse(text);
        if (length.toSeconds() > 0) {
          return length;
        }
      } catch (DateTimeParseException e) {
        // Said below.
      }
      throw ProblemException.invalid(
          field, "'%s' is not a length of time, such as PT2H".formatted(text));
    }
  }

  /** What a customer takes. */
  @Schema(name = "QuoteBody")
  record QuoteBody(
      @Nullable String tier,
      @Schema(description = "1, if left out") @Nullable Integer months,
      @Schema(description = "Altogether, by complexity")
          @Nullable Map<Complexity, @Nullable Integer> cases,
      @Schema(description = "Altogether, by action; decimal strings")
          @Nullable Map<String, @Nullable String> usage) {

    ServiceTier.Consumption toConsumption() {
      Map<Complexity, Integer> counts = new EnumMap<>(Complexity.class);
      if (cases != null) {
        cases.forEach((key, n) -> counts.put(key, count("/cases/" + key, n, 0, MOST_CASES)));
      }
      Map<String, BigDecimal> used = new HashMap<>();
      if (usage != null) {
        usage.forEach((key, text) -> used.put(key, price("/usage/" + key, text)));
      }
      return new ServiceTier.Consumption(
          months == null ? 1 : count("/months", months, 1, MOST_MONTHS), counts, used);
    }
  }

  /** A price and its parts. */
  @Schema(name = "Quote")
  record QuoteView(
      String tier,
      String currency,
      String total,
      String fee,
      String cases,
      String usage,
      Map<Complexity, Integer> billedCases) {

    static QuoteView of(String tier, String currency, ServiceTier.Quote quote) {
      return new QuoteView(
          tier,
          currency,
          Money.exact(quote.total(), currency),
          Money.exact(quote.fee(), currency),
          Money.exact(quote.cases(), currency),
          Money.exact(quote.usage(), currency),
          new EnumMap<>(quote.billedCases()));
    }
  }
}
