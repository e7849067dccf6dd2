package dev.supportpulse.metrics.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.metrics.query.Answer;
import dev.supportpulse.metrics.query.Compared;
import dev.supportpulse.metrics.query.GroupKey;
import dev.supportpulse.metrics.window.Window;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to {@code GET …/summary} (design §7). */
@Schema(name = "Summary")
@JsonInclude(JsonInclude.Include.ALWAYS)
record SummaryView(
    String project,
    WindowView window,
    @Schema(description = "Everything appended before it is counted") @Nullable Instant watermark,
    @Nullable LagView lag,
    @Schema(description = "Texts not yet classified") long pending,
    @Schema(description = "Feedbacks without a sentiment yet") long pendingSentiment,
    @Schema(description = "Cases without an opening yet") long pendingCases,
    @Schema(description = "When a span that was over last changed") @Nullable Instant restatedAt,
    List<GroupView> groups)
    implements Revalidation.Revalidated {

  static SummaryView of(String project, Answer answer, @Nullable Compared compared) {
    Answer.Point point = answer.points().get(0);
    return new SummaryView(
        project,
        new WindowView(point.window().from(), point.window().to(), point.complete()),
        LagView.watermark(answer.freshness()),
        LagView.of(answer.freshness()),
        point.pending().texts(),
        point.pending().sentiments(),
        point.pending().cases(),
        answer.restatedAt(),
        point.groups().entrySet().stream()
            .map(group -> GroupView.of(group.getKey(), group.getValue(), point.window(), compared))
            .toList());
  }

  /** The half-open span, and whether nothing in it can still be counted. */
  @Schema(name = "Window")
  record WindowView(Instant from, Instant to, boolean complete) {}

  /** The figures of one group. */
  @Schema(name = "Group")
  record GroupView(Map<String, @Nullable String> key, Map<String, FigureView> figures) {

    static GroupView of(
        GroupKey key, Answer.Figures figures, Window window, @Nullable Compared compared) {
      Map<String, FigureView> byName = new LinkedHashMap<>();
      figures
          .byName()
          .forEach(
              (name, figure) ->
                  byName.put(name.wireName(), FigureViews.of(figure, name, window, key, compared)));
      return new GroupView(key(key), byName);
    }

    static Map<String, @Nullable String> key(GroupKey key) {
      Map<String, @Nullable String> values = new LinkedHashMap<>();
      key.values().forEach((dimension, value) -> values.put(Selection.wireName(dimension), value));
      return values;
    }
  }
}
