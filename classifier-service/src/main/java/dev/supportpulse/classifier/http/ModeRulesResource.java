package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.classifier.config.ModeConfig;
import dev.supportpulse.classifier.mode.DryRun;
import dev.supportpulse.classifier.mode.Histories;
import dev.supportpulse.classifier.mode.ModeRule;
import dev.supportpulse.classifier.mode.NeedStore;
import dev.supportpulse.classifier.mode.RuleBook;
import dev.supportpulse.classifier.mode.RuleBooks;
import dev.supportpulse.classifier.mode.RuleSet;
import dev.supportpulse.classifier.modefile.RuleFault;
import dev.supportpulse.classifier.modefile.RuleFile;
import dev.supportpulse.classifier.modefile.RuleFolder;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.events.SupportStyle;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The rules by which support is recommended, and what others would change. */
@Path("/v1/mode-rules")
@Produces(MediaType.APPLICATION_JSON)
public class ModeRulesResource {

  private static final String PROPOSED = "proposed rules";

  private final RuleBooks books;
  private final RuleFolder folder;
  private final RuleFile reader;
  private final NeedStore needs;
  private final Histories histories;
  private final ModeConfig config;
  private final Clock clock;

  ModeRulesResource(
      RuleBooks books,
      RuleFolder folder,
      RuleFile reader,
      NeedStore needs,
      Histories histories,
      ModeConfig config,
      Clock clock) {
    this.books = books;
    this.folder = folder;
    this.reader = reader;
    this.needs = needs;
    this.histories = histories;
    this.config = config;
    this.clock = clock;
  }

  /** The rule sets that are in force. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.QUERY)
  @Operation(
      operationId = "getModeRules",
      summary = "The rule sets in force for a project, in their order, and those that are refused")
  public RulesView rules(
      @Parameter(description = "Left out: the default rules alone") @RestQuery
          @Nullable String project) {
    List<String> refused =
        folder.refused().entrySet().stream()
            .filter(
                entry ->
                    project == null
                        || entry.getKey().equals(project + ".yaml")
                        || entry.getKey().equals(RuleSet.DEFAULT + ".yaml"))
            .map(entry -> entry.getValue())
            .sorted()
            .toList();
    return new RulesView(
        project, books.of(project).sets().stream().map(RuleSetView::of).toList(), refused);
  }

  /**
   * Tries a proposed rule set on the needs of a window; nothing changes.
   *
   * @param yaml the rule set, as its file would be
   */
  @POST
  @Path("/dry-run")
  @Requires(value = Role.VIEWER, project = ProjectIn.QUERY)
  @Consumes({"application/yaml", "application/x-yaml", "text/yaml"})
  @Operation(
      operationId = "tryModeRules",
      summary = "What a proposed rule set would have changed for the needs of a project")
  public DryRunView dryRun(
      @Nullable String yaml,
      @RestQuery @Nullable String project,
      @Parameter(description = "ISO 8601; P30D if left out") @RestQuery @Nullable String window,
      @Parameter(description = "Proposed as the project's own rules (own) or the default ones")
          @RestQuery
          @Nullable String as) {
    ObservedWindow asked =
        ObservedWindow.of(
            project, window, config.defaultWindow(), config.retention(), clock.instant());
    RuleBook inForce = books.of(project);
    DryRun run =
        new DryRun(
            inForce,
            proposed(inForce, asked.project(), yaml == null ? "" : yaml, as),
            histories.of(project),
            config.mostSamples());
    needs.needs(asked.project(), asked.from(), asked.to(), config.mostNeeds(), run::add);
    return DryRunView.of(asked, run.report(), config.mostNeeds());
  }

  private RuleBook proposed(RuleBook inForce, String project, String yaml, @Nullable String as) {
    List<RuleSet> sets = inForce.sets();
    RuleSet fallback = sets.get(sets.size() - 1);
    try {
      if (as == null || as.equals("own")) {
        return new RuleBook(reader.read(PROPOSED, project, yaml), fallback);
      }
      if (as.equals("default")) {
        RuleSet own = sets.size() > 1 ? sets.get(0) : null;
        return new RuleBook(own, reader.read(PROPOSED, RuleSet.DEFAULT, yaml));
      }
    } catch (RuleFault e) {
      throw ProblemException.invalid(e.field(), e.detail());
    }
    throw ProblemException.invalid("as", "must be own or default");
  }

  /** The answer. */
  @Schema(name = "ModeRules")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record RulesView(
      @Nullable String project,
      @Schema(description = "The first rule that applies decides") List<RuleSetView> ruleSets,
      @Schema(description = "What is wrong with files whose former version stays in force")
          List<String> refused) {}

  /** A rule set. */
  @Schema(name = "ModeRuleSet")
  record RuleSetView(
      @Schema(description = "The project that has it, or _default") String name,
      String version,
      List<RuleView> rules) {

    static RuleSetView of(RuleSet set) {
      return new RuleSetView(
          set.name(), set.version(), set.rules().stream().map(RuleView::of).toList());
    }
  }

  /** A rule. */
  @Schema(name = "ModeRule")
  record RuleView(String name, SupportMode mode, SupportStyle style, String reason) {

    static RuleView of(ModeRule rule) {
      return new RuleView(rule.name(), rule.mode(), rule.style(), rule.reason());
    }
  }
}
