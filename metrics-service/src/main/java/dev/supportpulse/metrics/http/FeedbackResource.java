package dev.supportpulse.metrics.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.query.Answer;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.query.FigureService;
import dev.supportpulse.metrics.query.Question;
import dev.supportpulse.metrics.query.SpanParameters;
import dev.supportpulse.metrics.window.Window;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /feedback}, as the source document (000 §5) answers. */
@Path("/feedback")
@Tag(name = "Source documents")
public class FeedbackResource {

  /** The project of feedbacks that name none. */
  private static final String PROJECT = "default";

  private final FigureService figures;
  private final Clock clock;

  FeedbackResource(FigureService figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /** Satisfaction and profit of the default project over all time. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.DEFAULT)
  @Operation(
      operationId = "feedbackFigures",
      summary = "Satisfaction and profit of the default project over all time")
  public FeedbackView feedback(@Context UriInfo uri) {
    Parameters.of(uri, Set.of());
    Question question =
        new Question(
            PROJECT,
            List.of(Window.ALL_TIME.from(), Window.ALL_TIME.to()),
            List.of(),
            List.of(),
            Set.of(FigureName.NET_SATISFACTION, FigureName.PROFIT));
    Answer.Point allTime =
        figures.answer(question, clock.instant(), SpanParameters.of("window")).points().get(0);
    return FeedbackView.of(allTime.only());
  }

  /** The source document's words; null where there is nothing to tell. */
  @Schema(name = "FeedbackFigures")
  record FeedbackView(
      @JsonProperty("user_satisfaction") @Nullable Double userSatisfaction,
      @JsonProperty("project_profit") @Nullable BigDecimal projectProfit) {

    static FeedbackView of(Answer.Figures figures) {
      return new FeedbackView(
          figures.get(FigureName.NET_SATISFACTION) instanceof Figure.Ratio satisfaction
              ? satisfaction.value().toDouble()
              : null,
          figures.get(FigureName.PROFIT) instanceof Figure.Money profit
              ? Money.scaled(profit.amount().value(), profit.amount().currency())
              : null);
    }
  }
}
