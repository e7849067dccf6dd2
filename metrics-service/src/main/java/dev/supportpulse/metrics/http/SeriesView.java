package dev.supportpulse.metrics.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.supportpulse.metrics.http.SummaryView.GroupView;
import dev.supportpulse.metrics.query.Answer;
import dev.supportpulse.metrics.query.Compared;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.query.Question;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.window.Granularity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to {@code GET …/series} (design §7). */
@Schema(name = "Series")
record SeriesView(
    String project,
    String figure,
    Granularity granularity,
    String timeZone,
    @Nullable Instant watermark,
    @Nullable LagView lag,
    @Nullable Instant restatedAt,
    List<PointView> points,
    @JsonIgnore List<Dimension> groupBy,
    @JsonIgnore boolean compared)
    implements Revalidation.Revalidated {

  static SeriesView of(
      Question question,
      FigureName figure,
      Granularity granularity,
      ZoneId zone,
      Answer answer,
      @Nullable Compared compared) {
    return new SeriesView(
        question.project(),
        figure.wireName(),
        granularity,
        zone.getId(),
        LagView.watermark(answer.freshness()),
        LagView.of(answer.freshness()),
        answer.restatedAt(),
        answer.points().stream()
            .flatMap(point -> PointView.of(point, figure, compared).stream())
            .toList(),
        question.groupBy(),
        compared != null);
  }

  /** The figure of one group in one span of time. */
  @Schema(name = "Point")
  record PointView(
      Instant from,
      Instant to,
      Map<String, @Nullable String> key,
      @JsonUnwrapped FigureView figure,
      boolean complete) {

    static List<PointView> of(Answer.Point point, FigureName name, @Nullable Compared compared) {
      return point.groups().entrySet().stream()
          .map(
              group ->
                  new PointView(
                      point.window().from(),
                      point.window().to(),
                      GroupView.key(group.getKey()),
                      FigureViews.of(
                          group.getValue().get(name),
                          name,
                          point.window(),
                          group.getKey(),
                          compared),
                      point.complete()))
          .toList();
    }
  }
}
