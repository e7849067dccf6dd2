package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.query.Attribution;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.query.Filter;
import dev.supportpulse.metrics.query.Question;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.window.Granularity;
import dev.supportpulse.metrics.window.Window;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One question, and how each route is asked it.
 *
 * @param figure of the series and the drill-down; the others tell every figure
 */
record Asked(
    String project,
    Window span,
    Granularity granularity,
    ZoneId zone,
    List<Dimension> groupBy,
    List<Filter> filters,
    @Nullable String currency,
    FigureName figure) {

  /** The same about another span. */
  Asked about(Window other) {
    return new Asked(project, other, granularity, zone, groupBy, filters, currency, figure);
  }

  /** Every figure, for each point of the series. */
  Question question() {
    return new Question(
        project,
        granularity.boundaries(span, zone, Integer.MAX_VALUE),
        groupBy,
        filters,
        EnumSet.allOf(FigureName.class),
        currency,
        Attribution.DIRECT);
  }

  /** Of the stream: the window of that length which ends now. */
  Map<String, String> stream() {
    Map<String, String> parameters = selection();
    if (!groupBy.isEmpty()) {
      parameters.put(
          "groupBy", groupBy.stream().map(Selection::wireName).collect(Collectors.joining(",")));
    }
    if (currency != null) {
      parameters.put("currency", currency);
    }
    parameters.put("window", span.length().toString());
    return parameters;
  }

  /** Of the summary. */
  Map<String, String> summary() {
    Map<String, String> parameters = stream();
    parameters.put("at", span.to().toString());
    return parameters;
  }

  /** Of the series. */
  Map<String, String> series() {
    Map<String, String> parameters = stream();
    parameters.remove("window");
    parameters.putAll(fromTo());
    parameters.put("granularity", granularity.name());
    parameters.put("timeZone", zone.getId());
    return parameters;
  }

  /** Of the drill-down into a group, or into all if its key is empty. */
  Map<String, String> drillDown(Map<String, @Nullable String> key) {
    Map<String, String> parameters = selection();
    parameters.putAll(fromTo());
    parameters.put("limit", "1");
    key.forEach((dimension, value) -> parameters.put("filter." + dimension, value + ""));
    return parameters;
  }

  private Map<String, String> selection() {
    Map<String, String> parameters = new TreeMap<>();
    for (Filter filter : filters) {
      parameters.put("filter." + Selection.wireName(filter.dimension()), filter.value() + "");
    }
    return parameters;
  }

  private Map<String, String> fromTo() {
    return Map.of(
        "from", span.from().toString(), "to", span.to().toString(), "figure", figure.wireName());
  }

  /** Parameters as the resource gets them. */
  static Parameters given(Map<String, String> parameters, Set<String> known) {
    return Parameters.of(
        parameters.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))),
        known);
  }

  /** Parameters as an address has them. */
  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("&"));
  }
}
