package dev.supportpulse.metrics.http;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.metrics.http.FigureView.AmountView;
import dev.supportpulse.metrics.query.GroupKey;
import dev.supportpulse.metrics.tally.Dimension;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What answers tell, in forms that can be compared. */
final class Told {

  private Told() {}

  /** The values of a figure: by currency for money, by percentile for durations. */
  static Map<String, BigDecimal> values(FigureView figure) {
    if (figure.value instanceof String amount) {
      return Map.of(Objects.requireNonNull(figure.currency), new BigDecimal(amount));
    }
    if (figure.value == null) {
      return amounts(figure).stream()
          .collect(toMap(AmountView::currency, amount -> new BigDecimal(amount.value())));
    }
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("value", figure.value);
    values.put("p50", figure.p50);
    values.put("p90", figure.p90);
    values.put("p95", figure.p95);
    values.put("p99", figure.p99);
    values.values().removeIf(Objects::isNull);
    return values.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> new BigDecimal(entry.getValue() + "")));
  }

  private static List<AmountView> amounts(FigureView figure) {
    return figure.amounts == null ? List.of() : figure.amounts;
  }

  /** How many observations it rests on, in whatever currencies. */
  static long n(@Nullable FigureView figure) {
    Objects.requireNonNull(figure);
    return figure.n == null ? amounts(figure).stream().mapToLong(AmountView::n).sum() : figure.n;
  }

  /** The group that JSON writes so. */
  static GroupKey key(Map<String, @Nullable String> key) {
    Map<Dimension, @Nullable String> values = new HashMap<>();
    for (Dimension dimension : Dimension.values()) {
      if (key.containsKey(Selection.wireName(dimension))) {
        values.put(dimension, key.get(Selection.wireName(dimension)));
      }
    }
    return new GroupKey(values);
  }

  /** The n of every group that has some, summed over the points. */
  static Map<Map<String, @Nullable String>, Long> total(SeriesView points) {
    Map<Map<String, @Nullable String>, Long> totals = new HashMap<>();
    points.points().forEach(point -> totals.merge(point.key(), n(point.figure()), Long::sum));
    totals.values().removeIf(n -> n == 0);
    return totals;
  }

  /** Beginning, value and n of every point. */
  static List<String> lines(SeriesView points) {
    return points.points().stream()
        .map(
            point ->
                Stream.of(point.from(), point.figure().value, point.figure().n)
                    .map(value -> Objects.toString(value, ""))
                    .collect(Collectors.joining(",")))
        .toList();
  }

  /** The same of the CSV; the columns of dimensions come in between. */
  static List<String> csvLines(SeriesView points) {
    List<String> lines = SeriesCsv.text(points).lines().toList();
    List<String> columns = List.of(lines.get(0).split(","));
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(
            fields ->
                Stream.of("from", "value", "n")
                    .map(column -> fields[columns.indexOf(column)])
                    .collect(Collectors.joining(",")))
        .toList();
  }

  /** Points without what only the broker knows. */
  static JsonNode withoutComplete(JsonNode points) {
    points.forEach(point -> ((ObjectNode) point).remove("complete"));
    return points;
  }

  /** The same of a CSV, where it is the last column. */
  static List<String> withoutComplete(String csv) {
    return csv.lines().map(line -> line.substring(0, line.lastIndexOf(','))).toList();
  }
}
