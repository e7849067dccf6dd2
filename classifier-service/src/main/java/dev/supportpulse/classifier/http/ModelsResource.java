package dev.supportpulse.classifier.http;

import dev.supportpulse.classifier.assessment.Assessor;
import dev.supportpulse.classifier.need.ModelInfo;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The models that classify. */
@Path("/v1/models")
public class ModelsResource {

  private final Assessor assessor;

  ModelsResource(Assessor assessor) {
    this.assessor = assessor;
  }

  /** Every model with its origin and cross-validated figures. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.NONE)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The models, what they were trained on and how good they were found to be")
  public Models models() {
    return new Models(
        assessor.models().stream()
            .map(model -> new ModelView(model.tier(), true, model.info()))
            .toList());
  }

  /** The answer. */
  public record Models(List<ModelView> models) {}

  /**
   * A model.
   *
   * @param champion whether its classifications count
   */
  public record ModelView(ClassifierTier tier, boolean champion, ModelInfo model) {}
}
