package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.query.Counting;
import dev.supportpulse.metrics.query.DrillDown;
import dev.supportpulse.metrics.query.Filter;
import dev.supportpulse.metrics.tally.Measure;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events and cases behind a figure, from the view that says what each of them counts. */
@ApplicationScoped
public class ContributionReader implements DrillDown {

  private static final String EVENT = "EVENT";

  private final Transactions transactions;
  private final Duration timeout;

  ContributionReader(AgroalDataSource dataSource, QueryConfig config) {
    this.transactions = new Transactions(dataSource);
    this.timeout = config.statementTimeout();
  }

  @Override
  public Page read(Request request) {
    return transactions.readOnly(
        connection -> {
          Totals totals = totals(connection, request);
          List<Item> items = items(connection, request);
          boolean more = items.size() > request.limit();
          return new Page(
              totals.count(),
              totals.n(),
              items.subList(0, Math.min(items.size(), request.limit())),
              more);
        });
  }

  private record Totals(long count, long n) {}

  private Totals totals(Connection connection, Request request) throws SQLException {
    Selection selection = Selection.of(request);
    String sql =
        """
        select count(*),
          coalesce(sum((select sum((v -> 0)::bigint) from jsonb_each(counts) as c (k, v))), 0)
        from (%s) as behind
        """
            .formatted(selection.sql());
    try (PreparedStatement statement = prepare(connection, sql, selection.parameters());
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new Totals(row.getLong(1), row.getLong(2));
    }
  }

  private List<Item> items(Connection connection, Request request) throws SQLException {
    Selection selection = Selection.of(request);
    List<BucketQuery.Parameter> parameters = new ArrayList<>(selection.parameters());
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
            .formatted(selection.sql(), after);
    List<Item> items = new ArrayList<>();
    try (PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        items.add(item(rows));
      }
    }
    return items;
  }

  private PreparedStatement prepare(
      Connection connection, String sql, List<BucketQuery.Parameter> parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(Math.toIntExact(Math.max(1, timeout.toSeconds())));
    for (int i = 0; i < parameters.size(); i++) {
      parameters.get(i).bind(statement, i + 1);
    }
    return statement;
  }

  private static Item item(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    Instant at = Rows.instant(row, "at");
    return new Item(
        new Place(at, kind, row.getString("key")),
        kind.equals(EVENT)
            ? new Event(
                row.getString("source"),
                row.getString("id"),
                row.getString("type"),
                Rows.instant(row, "received_at"),
                row.getString("account"),
                row.getString("classified_category"),
                row.getString("classified_origin"))
            : null,
        row.getString("case_id"),
        Rows.dimensions(row, ""),
        TallyJson.read(row.getString("counts")));
  }

  /** The rows of the view that are asked for, with those of their counts that are. */
  private record Selection(String sql, List<BucketQuery.Parameter> parameters) {

    static Selection of(Request request) {
      List<BucketQuery.Parameter> parameters = new ArrayList<>();
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
      return new Selection(sql, parameters);
    }

    private static String view(@Nullable Set<Counting> counting) {
      return Set.of(new Counting(Measure.BACKLOG, null)).equals(counting)
          ? "backlog_contribution"
          : "contribution";
    }

    /** The days are bound too, so that only their partitions are read. */
    private static void bindSpan(Request request, List<BucketQuery.Parameter> parameters) {
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
    private static BucketQuery.Parameter patterns(Set<Counting> counting) {
      Object[] patterns = counting.stream().flatMap(Selection::patterns).distinct().toArray();
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
}
