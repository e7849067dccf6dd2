package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.classifier.assessment.Assessor;
import dev.supportpulse.classifier.background.DatabaseAway;
import dev.supportpulse.classifier.background.Learner;
import dev.supportpulse.classifier.background.StreamWatch;
import dev.supportpulse.classifier.drift.Drift;
import dev.supportpulse.classifier.learning.Learning;
import dev.supportpulse.classifier.learning.Lesson;
import dev.supportpulse.classifier.learning.ModelSet;
import dev.supportpulse.classifier.learning.ModelVersion;
import dev.supportpulse.classifier.learning.Promotion;
import dev.supportpulse.classifier.learning.ShadowReport;
import dev.supportpulse.classifier.need.ModelInfo;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.Scope;
import dev.supportpulse.service.access.http.CallerContext;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The models that classify, those before them and the one that might come next. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {

  private static final int MOST = 100;

  private final Assessor assessor;
  private final Learning learning;
  private final Learner learner;
  private final StreamWatch watch;

  ModelsResource(Assessor assessor, Learning learning, Learner learner, StreamWatch watch) {
    this.assessor = assessor;
    this.learning = learning;
    this.learner = learner;
    this.watch = watch;
  }

  /** Every model in use with its origin and figures, and the versions that there are. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.NONE)
  @Operation(
      operationId = "getModels",
      summary = "The models: what they were trained on, how good they are, and what they learned")
  public Models models(@Context SecurityContext context) {
    Scope scope = CallerContext.callerOf(context).scope();
    Learning.InUse champion = learning.champion();
    ModelSet challenger = learning.challenger();
    List<VersionView> versions = new ArrayList<>();
    boolean stored = true;
    try {
      List<Promotion> promotions = learning.promotions(MOST);
      learning
          .versions(MOST)
          .forEach(version -> versions.add(VersionView.of(version, scope, promotions)));
    } catch (DatabaseAway e) {
      stored = false;
      versions.add(VersionView.of(champion.version(), scope, List.of()));
      if (challenger != null) {
        versions.add(VersionView.of(challenger.version(), scope, List.of()));
      }
    }
    return new Models(
        champion.version().version(),
        champion.sequence(),
        challenger == null ? null : challenger.version().version(),
        assessor.models().stream()
            .map(model -> new ModelView(model.tier(), true, model.info()))
            .toList(),
        versions,
        watch.drift(),
        watch.shadow(),
        stored);
  }

  /** Makes a version the champion: a new one, or an older one again. */
  @POST
  @Path("{version}/promote")
  @Requires(value = Role.OPERATOR, project = ProjectIn.EVERY)
  @Operation(
      operationId = "promoteModel",
      summary = "Let a version classify from now on; also the way back to an older one",
      description =
          "In effect within supportpulse.classifier.learning.poll in every instance. What was"
              + " classified before stays as it is until it is reprocessed.")
  @APIResponse(responseCode = "200", description = "It is the champion")
  @APIResponse(responseCode = "404", description = "There is no such version")
  @APIResponse(responseCode = "503", description = "The database is away")
  public PromotionView promote(@RestPath String version, @Context SecurityContext context) {
    Promotion promotion =
        learning
            .promote(version, CallerContext.callerOf(context).id())
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "there is no version "
                            + version
                            + "; GET /v1/models tells which there are"));
    learner.wake();
    return PromotionView.of(promotion);
  }

  /** The answer. */
  @Schema(name = "Models")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Models(
      @Schema(description = "The version that classifies") String champion,
      @Schema(description = "The precedence of its classifications") long sequence,
      @Schema(description = "The version that learned corrections since; null if there are none")
          @Nullable String challenger,
      @Schema(description = "The models in use, the best tier first") List<ModelView> models,
      @Schema(description = "The newest first, at most 100") List<VersionView> versions,
      @Schema(description = "How far the texts that this instance reads have drifted") Drift drift,
      @Schema(description = "What the challenger would have said to texts of this instance")
          StreamWatch.Shadow shadow,
      @Schema(description = "False while the database is away: then only what is in use is listed")
          boolean stored) {}

  /**
   * A model in use.
   *
   * @param champion whether its classifications count
   */
  @Schema(name = "Model")
  record ModelView(ClassifierTier tier, boolean champion, ModelInfo model) {}

  /** A version of the models of all tiers. */
  @Schema(name = "ModelVersion")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record VersionView(
      String version,
      @Schema(description = "The shipped version that it builds on") String shipped,
      Instant madeAt,
      Map<ClassifierTier, ModelInfo> models,
      @Schema(description = "What it learned, by project of the caller's")
          Map<String, Lesson> lessons,
      @Schema(description = "How it compares with the champion; absent if it shipped")
          @Nullable ShadowReport report,
      @Schema(description = "When it became the champion, the latest first")
          List<PromotionView> promotions) {

    static VersionView of(ModelVersion version, Scope scope, List<Promotion> promotions) {
      Map<String, Lesson> lessons = new TreeMap<>(version.lessons());
      lessons.keySet().removeIf(project -> !scope.covers(project));
      return new VersionView(
          version.version(),
          version.shipped(),
          version.madeAt(),
          version.models(),
          lessons,
          version.report(),
          promotions.stream()
              .filter(promotion -> promotion.version().equals(version.version()))
              .map(PromotionView::of)
              .toList());
    }
  }

  /** A promotion. */
  @Schema(name = "Promotion")
  record PromotionView(String version, long sequence, Instant promotedAt, String promotedBy) {

    static PromotionView of(Promotion promotion) {
      return new PromotionView(
          promotion.version(),
          promotion.sequence(),
          promotion.promotedAt(),
          promotion.promotedBy());
    }
  }
}
