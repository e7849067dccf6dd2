package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.query.Filter;
import dev.supportpulse.metrics.query.TallyReader.Request;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.window.Slice;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The statement that sums buckets per interval, group and measure. Its text depends on the shape of
 * the question only; every value is a parameter.
 */
record BucketQuery(String sql, List<Parameter> parameters) {

  /** What still pends; read for the whole project, whatever is filtered. */
  static final Set<Measure> PENDING =
      EnumSet.of(Measure.PENDING, Measure.PENDING_SENTIMENT, Measure.PENDING_CASES);

  static BucketQuery of(Request request) {
    List<Parameter> parameters = new ArrayList<>();
    String keys =
        request.groupBy().stream().map(d -> ", " + column(d)).collect(Collectors.joining());
    parameters.add(instants(request.boundaries()));
    String selected = selected(request.filters(), parameters);
    String buckets = buckets(request, parameters);
    parameters.add(measures(PENDING));
    String sql =
        """
        select width_bucket(start_at, ?) - 1 as interval, measure, detail%s,
          sum(n) as n, sum(sum) as sum, max(restated_at) as restated_at
        from (select *, %s as selected from (%s) as bucket) as candidate
        where selected or measure = any (?)
        group by interval, measure, detail%s
        """
            .formatted(keys, selected, buckets, keys);
    return new BucketQuery(sql, parameters);
  }

  /** The column that holds the dimension. */
  static String column(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT);
  }

  void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      parameters.get(i).bind(statement, i + 1);
    }
  }

  private static String selected(List<Filter> filters, List<Parameter> parameters) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    for (Filter filter : filters) {
      conditions.add(column(filter.dimension()) + " is not distinct from ?");
      parameters.add((statement, index) -> statement.setString(index, filter.value()));
    }
    return String.join(" and ", conditions);
  }

  /**
   * The rows of every slice, each from the table of its granule. "offset 0" keeps the planner from
   * turning the join round, which would read the whole table: slice by slice it uses the key.
   */
  private static String buckets(Request request, List<Parameter> parameters) {
    Map<Granule, List<Slice>> byGranule =
        request.cover().stream()
            .collect(
                Collectors.groupingBy(
                    Slice::granule, () -> new EnumMap<>(Granule.class), Collectors.toList()));
    Set<Measure> measures = EnumSet.copyOf(PENDING);
    measures.addAll(request.measures());
    List<String> tables = new ArrayList<>();
    byGranule.forEach(
        (granule, slices) -> {
          tables.add(
              """
              select bucket.* from unnest(?, ?) as slice (start_at, end_at), lateral (
                select * from %s
                where project = ? and start_at >= slice.start_at and start_at < slice.end_at
                  and measure = any (?)
                offset 0) as bucket
              """
                  .formatted(BucketWriter.table(granule)));
          parameters.add(instants(slices.stream().map(Slice::from).toList()));
          parameters.add(instants(slices.stream().map(Slice::to).toList()));
          parameters.add((statement, index) -> statement.setString(index, request.project()));
          parameters.add(measures(measures));
        });
    return String.join("union all ", tables);
  }

  private static Parameter instants(List<Instant> instants) {
    return array("timestamptz", instants.stream().map(Instant::toString).toArray());
  }

  private static Parameter measures(Set<Measure> measures) {
    return array("text", measures.stream().map(Measure::name).toArray());
  }

  private static Parameter array(String type, Object[] values) {
    return (statement, index) ->
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
  }

  /** Binds a value at a place. */
  @FunctionalInterface
  interface Parameter {
    void bind(PreparedStatement statement, int index) throws SQLException;
  }
}
