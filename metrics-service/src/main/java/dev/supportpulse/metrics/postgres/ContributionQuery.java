package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.postgres.BoundSql.Parameter;
import dev.supportpulse.metrics.query.Counting;
import dev.supportpulse.metrics.query.DrillDown.Place;
import dev.supportpulse.metrics.query.DrillDown.Request;
import dev.supportpulse.metrics.query.Filter;
import dev.supportpulse.metrics.tally.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of the view that are asked for, with those of their counts that are. */
final class ContributionQuery {

  private ContributionQuery() {}

  /** How many there are, and how many observations they are. */
  static BoundSql totals(Request request) {
    BoundSql selected = selected(request);
    String sql =
        """
        select count(*),
          coalesce(sum((select sum((v -> 0)::bigint) from jsonb_each(counts) as c (k, v))), 0)
        from (%s) as behind
        """
            .formatted(selected.text());
    return new BoundSql(sql, selected.parameters());
  }

  /** One page of them, and one more if there is another page. */
  static BoundSql items(Request request) {
    BoundSql selected = selected(request);
    List<Parameter> parameters = new ArrayList<>(selected.parameters());
    String after = "";
    Place place = request.after();
    if (place != null) {
      after = "where (at, kind, key) < (?::timestamptz, ?, ?)";
      parameters.add((statement, i) -> statement.setString(i, place.at().toString()));
      parameters.add((statement, i) -> statement.setString(i, place.kind()));
      parameters.add((statement, i) -> statement.setString(i, place.key()));
    }
    parameters.add((statement, i) -> statement.setInt(i, request.limit() + 1));
    String sql =
        "select * from (%s) as behind %s order by at desc, kind desc, key desc limit ?"
            .formatted(selected.text(), after);
    return new BoundSql(sql, parameters);
  }

  private static BoundSql selected(Request request) {
    List<Parameter> parameters = new ArrayList<>();
    String counts = "tally";
    Set<Counting> counting = request.counting();
    if (counting != null) {
      counts =
          "(select jsonb_object_agg(k, v) from jsonb_each(tally) as c (k, v) where k like any (?))";
      parameters.add(patterns(counting));
    }
    StringBuilder conditions = new StringBuilder();
    parameters.add((statement, i) -> statement.setString(i, request.project()));
    bindSpan(request, parameters);
    for (Filter filter : request.filters()) {
      conditions
          .append(" and ")
          .append(BucketQuery.column(filter.dimension()))
          .append(" is not distinct from ?");
      parameters.add((statement, i) -> statement.setString(i, filter.value()));
    }
    if (request.caseId() != null) {
      conditions.append(" and case_id = ?");
      parameters.add((statement, i) -> statement.setString(i, request.caseId()));
    }
    String sql =
        """
          select * from (
            select *, %s as counts from %s
            where project = ? and at >= ?::timestamptz and at < ?::timestamptz
              and day between ? and ?%s) as row
          where counts is not null
          """
            .formatted(counts, view(counting), conditions);
    return new BoundSql(sql, parameters);
  }

  private static String view(@Nullable Set<Counting> counting) {
    return Set.of(new Counting(Measure.BACKLOG, null)).equals(counting)
        ? "backlog_contribution"
        : "contribution";
  }

  /** The days are bound too, so that only their partitions are read. */
  private static void bindSpan(Request request, List<Parameter> parameters) {
    Instant from = request.window().from();
    Instant to = request.window().to();
    parameters.add((statement, i) -> statement.setString(i, from.toString()));
    parameters.add((statement, i) -> statement.setString(i, to.toString()));
    parameters.add((statement, i) -> statement.setObject(i, day(from)));
    parameters.add((statement, i) -> statement.setObject(i, day(to)));
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** The keys of {@link TallyJson}, {@code %} standing for any detail. */
  private static Parameter patterns(Set<Counting> counting) {
    Object[] patterns = counting.stream().flatMap(ContributionQuery::patterns).distinct().toArray();
    return (statement, i) ->
        statement.setArray(i, statement.getConnection().createArrayOf("text", patterns));
  }

  private static Stream<String> patterns(Counting counting) {
    String measure = escaped(counting.measure().name());
    String detail = counting.detail();
    return detail == null
        ? Stream.of(measure, measure + " %")
        : Stream.of(measure + " " + escaped(detail));
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(c -> ("\\%_".indexOf(c) < 0 ? "" : "\\") + (char) c)
        .collect(Collectors.joining());
  }
}
