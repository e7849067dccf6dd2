package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.classifier.assessment.Assessor;
import dev.supportpulse.classifier.config.ClassifierConfig;
import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.events.Channel;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Classifies texts while the caller waits; nothing is stored or published. */
@Path("/v1/classifications")
public class ClassificationsResource {

  /** As many as an event may carry. */
  private static final int MAX_LABELS = 50;

  private final Assessor assessor;
  private final ClassifierConfig config;

  ClassificationsResource(Assessor assessor, ClassifierConfig config) {
    this.assessor = assessor;
    this.config = config;
  }

  /**
   * One object {@code {text, title?, project?, channel?, tier?, labels?}} or an array of them; the
   * answer has the same shape. The channel is checked and else not used: nothing has been learned
   * of channels, since no labelled text has one.
   *
   * @param tier of the classifier, {@code fast} or {@code accurate} (the default); not to be mixed
   *     up with the customer tier of a text
   */
  @POST
  @Requires(value = Role.VIEWER, project = ProjectIn.NONE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Classify one text, or an array of texts in their order")
  public Object classify(
      @Nullable JsonNode body,
      @Parameter(description = "Which model reads the texts: fast or accurate (default)")
          @QueryParam("tier")
          @Nullable String tier,
      @Context SecurityContext caller) {
    ClassifierTier by = WantedTier.of(tier, assessor.best());
    if (body == null || !body.isArray()) {
      return classify(RequestBody.object(body, ""), by, caller);
    }
    if (body.size() > config.maxBatch()) {
      throw ProblemException.invalid("", "has more than " + config.maxBatch() + " texts");
    }
    List<RequestBody> items = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      items.add(RequestBody.object(body.get(i), "/" + i));
    }
    return items.stream().map(item -> classify(item, by, caller)).toList();
  }

  private ClassificationView classify(
      RequestBody item, ClassifierTier tier, SecurityContext caller) {
    NeedText text =
        NeedText.of(item.optionalText("title"), item.text("text"))
            .labelled(item.optionalTexts("labels", MAX_LABELS));
    item.optionalValue("channel", Channel.class);
    String project = item.optionalText("project");
    return ClassificationView.of(
        assessor.assess(
            text,
            project == null
                ? null
                : CallersProject.checked(project, item.pointer() + "/project", caller),
            item.optionalText("tier"),
            tier));
  }
}
