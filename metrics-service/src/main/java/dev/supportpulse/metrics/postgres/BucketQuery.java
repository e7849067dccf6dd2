package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.efficiency.Promise;
import dev.supportpulse.metrics.postgres.BoundSql.Parameter;
import dev.supportpulse.metrics.query.Filter;
import dev.supportpulse.metrics.query.TallyReader.Part;
import dev.supportpulse.metrics.query.TallyReader.Request;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.window.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statement that sums buckets per interval, group and measure. Its text depends on the shape of
 * the question only; every value is a parameter.
 *
 * <p>It reads one row more than it may at the most, and says with each of its own rows how many it
 * read, so that what a question costs is bounded whatever the tables hold.
 */
final class BucketQuery {

  private BucketQuery() {}

  static BoundSql of(Request request) {
    List<Parameter> parameters = new ArrayList<>();
    String keys =
        request.groupBy().stream().map(d -> ", " + column(d)).collect(Collectors.joining());
    parameters.add(instants(request.boundaries()));
    String selected = selected(request.filters(), parameters);
    parameters.add(measures(Measure.UNSETTLED));
    String buckets = buckets(request, parameters);
    parameters.add(number(request.maxBuckets() + 1L));
    parameters.add(number(request.maxBuckets()));
    String sql =
        """
        select * from (
          select width_bucket(start_at, ?) - 1 as interval, measure, detail%s,
            sum(n) filter (where selected) as n, sum(sum) filter (where selected) as sum,
            max(restated_at) filter (where selected) as restated_at,
            sum(count(*)) over () as read
          from (select *, %s or measure = any (?) as selected
            from (%s limit ?) as bucket) as candidate
          group by interval, measure, detail%s) as counted
        where n is not null or read > ?
        """
            .formatted(keys, selected, buckets, keys);
    return new BoundSql(sql, parameters);
  }

  /** The column that holds the dimension. */
  static String column(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT);
  }

  private static String selected(List<Filter> filters, List<Parameter> parameters) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    for (Filter filter : filters) {
      conditions.add(column(filter.dimension()) + " is not distinct from ?");
      parameters.add(text(filter.value()));
    }
    return "(" + String.join(" and ", conditions) + ")";
  }

  /** The rows of every part, and what its targets must leave out. */
  private static String buckets(Request request, List<Parameter> parameters) {
    List<String> tables = new ArrayList<>();
    for (Part part : request.parts()) {
      byGranule(part)
          .forEach(
              (granule, slices) -> {
                tables.add(slices(granule));
                bind(parameters, request.project(), slices);
                parameters.add(measures(part.measures()));
              });
      for (Promise promise : Promise.values()) {
        if (part.measures().contains(promise.measure())) {
          tables.add(inTime(promise));
          parameters.add(text(request.project()));
          parameters.add(text(request.asOf().toString()));
          parameters.add(text(part.cover().get(0).from().toString()));
          parameters.add(text(part.cover().get(part.cover().size() - 1).to().toString()));
        }
      }
    }
    return String.join("union all ", tables);
  }

  private static Map<Granule, List<Slice>> byGranule(Part part) {
    return part.cover().stream()
        .collect(
            Collectors.groupingBy(
                Slice::granule, () -> new EnumMap<>(Granule.class), Collectors.toList()));
  }

  /**
   * The rows of slices of one granule. "offset 0" keeps the planner from turning the join round,
   * which would read the whole table: slice by slice it uses the key.
   */
  private static String slices(Granule granule) {
    return """
        select bucket.* from unnest(?, ?) as slice (start_at, end_at), lateral (
          select * from %s
          where project = ? and start_at >= slice.start_at and start_at < slice.end_at
            and measure = any (?)
          offset 0) as bucket
        """
        .formatted(BucketWriter.table(granule));
  }

  /**
   * Cases that aren't done but not overdue either, as a bucket that takes them back. "offset 0"
   * keeps the planner from looking for them among all cases of the time: a plan that it makes once
   * for any values takes both indexes for equally good.
   */
  private static String inTime(Promise promise) {
    return """
        select project, counted_at, '%s', '', category, channel, tier, mode, 0::smallint,
          -1::bigint, 0::numeric, null::timestamptz
        from (
          select * from case_state where project = ? and %s >= ?::timestamptz
          offset 0) as undecided
        where counted_at >= ?::timestamptz and counted_at < ?::timestamptz
        """
        .formatted(promise.measure(), LedgerWriter.dueColumn(promise));
  }

  private static void bind(List<Parameter> parameters, String project, List<Slice> slices) {
    parameters.add(instants(slices.stream().map(Slice::from).toList()));
    parameters.add(instants(slices.stream().map(Slice::to).toList()));
    parameters.add(text(project));
  }

  private static Parameter text(@Nullable String value) {
    return (statement, index) -> statement.setString(index, value);
  }

  private static Parameter number(long value) {
    return (statement, index) -> statement.setLong(index, value);
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
}
