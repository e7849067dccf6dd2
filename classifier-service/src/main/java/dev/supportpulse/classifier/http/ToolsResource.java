package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.classifier.config.ToolCatalogueConfig;
import dev.supportpulse.classifier.statistics.SuccessRate;
import dev.supportpulse.classifier.tool.CostModel;
import dev.supportpulse.classifier.tool.Hours;
import dev.supportpulse.classifier.tool.Tool;
import dev.supportpulse.classifier.tool.ToolCatalogue;
import dev.supportpulse.classifier.tool.ToolRanking;
import dev.supportpulse.classifier.tool.ToolStore;
import dev.supportpulse.classifier.tool.ToolUsage;
import dev.supportpulse.events.Channel;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The catalogue of tools, ranked by how well they do. */
@Path("/v1/tools")
@Produces(MediaType.APPLICATION_JSON)
public class ToolsResource {

  private final ToolCatalogue catalogue;
  private final ToolStore store;
  private final ToolCatalogueConfig config;
  private final Clock clock;

  ToolsResource(ToolCatalogue catalogue, ToolStore store, ToolCatalogueConfig config, Clock clock) {
    this.catalogue = catalogue;
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  /** The tools, the surely most helpful first. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.QUERY)
  @Operation(
      operationId = "getTools",
      summary = "The catalogue, ranked by the lower bound of each tool's effectiveness")
  public ListView tools(
      @RestQuery @Nullable String project,
      @RestQuery @Nullable String category,
      @RestQuery @Nullable String window) {
    ObservedWindow asked =
        ObservedWindow.ofAny(
            project, window, config.defaultWindow(), config.retention(), clock.instant());
    ToolUsage usage = store.usage(project, asked.from(), asked.to());
    List<ToolRanking.Ranked> ranked =
        ToolRanking.rank(
            catalogue.tools(),
            usage,
            category(category),
            Duration.between(asked.from(), asked.to()),
            config.level());
    List<View> views = new ArrayList<>();
    for (ToolRanking.Ranked one : ranked) {
      views.add(View.of(views.size() + 1, one));
    }
    return new ListView(project, category, asked.from(), asked.to(), views);
  }

  private static @Nullable NeedCategory category(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(NeedCategory.values())
        .filter(category -> category.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    "category", "must be one of " + Arrays.toString(NeedCategory.values())));
  }

  /** The answer. */
  @Schema(name = "Tools")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ListView(
      @Nullable String project,
      @Nullable String category,
      Instant from,
      Instant to,
      List<View> tools) {}

  /** A tool. */
  @Schema(name = "Tool")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record View(
      @Schema(description = "1 is the one that surely helps most") int rank,
      String id,
      Map<String, String> names,
      List<Channel> channels,
      List<String> languages,
      @Schema(description = "null: at any time") @Nullable HoursView hours,
      @Schema(description = "null: nobody said what it costs") @Nullable CostView cost,
      @Schema(description = "How often it helps: mean and interval") SuccessRate effectiveness,
      @Schema(description = "Trials of which anything is known") long n,
      Map<NeedCategory, EffectView> byCategory,
      @Schema(description = "Cost of the window / trials in which it helped; null without either")
          @Nullable MoneyView costPerSuccess) {

    static View of(int rank, ToolRanking.Ranked ranked) {
      Tool tool = ranked.tool();
      CostModel cost = tool.cost();
      Map<NeedCategory, EffectView> byCategory = new TreeMap<>();
      ranked
          .byCategory()
          .forEach(
              (category, effect) ->
                  byCategory.put(category, new EffectView(effect.rate(), effect.n())));
      return new View(
          rank,
          tool.id(),
          tool.names().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      name -> name.getKey().tag(), Map.Entry::getValue, (a, b) -> a, TreeMap::new)),
          tool.channels().stream().sorted().toList(),
          tool.languages(),
          HoursView.of(tool.hours()),
          CostView.of(cost),
          ranked.effect().rate(),
          ranked.effect().n(),
          byCategory,
          cost == null
              ? null
              : ranked
                  .costPerSuccess()
                  .map(value -> new MoneyView(value.toPlainString(), cost.currency()))
                  .orElse(null));
    }
  }

  /** How well a tool does in one category. */
  @Schema(name = "ToolEffect")
  record EffectView(SuccessRate effectiveness, long n) {}

  /** An exact amount. */
  @Schema(name = "ToolMoney")
  record MoneyView(String value, String currency) {}

  /** When a tool is served. */
  @Schema(name = "ToolHours")
  record HoursView(List<DayOfWeek> days, LocalTime from, LocalTime to, String timeZone) {

    static @Nullable HoursView of(@Nullable Hours hours) {
      return hours == null
          ? null
          : new HoursView(
              hours.days().stream().sorted().toList(),
              hours.from(),
              hours.to(),
              hours.timeZone().getId());
    }
  }

  /** What a tool costs. */
  @Schema(name = "ToolCost")
  record CostView(
      String currency,
      String perMinute,
      String perUse,
      @Schema(description = "A seat and 30 days") String perSeat,
      int seats,
      @Schema(description = "Each time that it helped") String perOutcome) {

    static @Nullable CostView of(@Nullable CostModel cost) {
      return cost == null
          ? null
          : new CostView(
              cost.currency(),
              plain(cost.perMinute()),
              plain(cost.perUse()),
              plain(cost.perSeat()),
              cost.seats(),
              plain(cost.perOutcome()));
    }

    private static String plain(BigDecimal amount) {
      return amount.toPlainString();
    }
  }
}
