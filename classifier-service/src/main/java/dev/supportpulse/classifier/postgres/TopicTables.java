package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.observation.Voided;
import dev.supportpulse.classifier.topics.Sketch;
import dev.supportpulse.classifier.topics.TermCount;
import dev.supportpulse.classifier.topics.TopicStore;
import dev.supportpulse.classifier.topics.TopicText;
import dev.supportpulse.classifier.topics.Usage;
import dev.supportpulse.events.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Terms and sketches of texts in PostgreSQL. */
@ApplicationScoped
public class TopicTables implements TopicStore {

  private static final String KEEP =
      """
      insert into topic_text
        (project, identity, source, id, pseudonym, occurred_at, terms, sketch)
      select ?, ?, ?, ?, ?::text, ?::timestamptz, ?::text[], ?::int[]
      where not exists (select from observation_voided where project = ? and identity = ?)
      on conflict (project, identity) do nothing
      """;

  private static final String TAKE_BACK =
      "delete from topic_text where project = ? and identity = ?";

  private static final String EARLIEST =
      "select min(occurred_at) from topic_text where project = ?";

  private static final String TEXTS_COUNTED =
      """
      select count(*) filter (where occurred_at >= ?), count(*) filter (where occurred_at < ?)
      from topic_text where project = ? and occurred_at >= ? and occurred_at < ?
      """;

  private static final String TERMS_COUNTED =
      """
      with counted as (
        select term,
               count(*) filter (where occurred_at >= ?) as texts,
               count(*) filter (where occurred_at < ?) as before
        from topic_text, unnest(terms) as term
        where project = ? and occurred_at >= ? and occurred_at < ?
        group by term
      ), summed as (
        select *, sum(texts) over () as total, sum(before) over () as total_before from counted
      )
      select * from summed where texts >= ? order by texts desc, term limit ?
      """;

  private static final String LATEST =
      """
      select * from topic_text where project = ? and occurred_at >= ? and occurred_at < ?
      order by occurred_at desc, identity limit ?
      """;

  private static final String ASKED =
      """
      select occurred_at, sketch from topic_text
      where project = ? and occurred_at >= ? and occurred_at < ? and cardinality(terms) > 0
      order by occurred_at desc, identity limit ?
      """;

  private static final String FORGET = "delete from topic_text where occurred_at < ?";

  private final Jdbc jdbc;

  TopicTables(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void keep(List<TopicText> texts, List<Voided> voided) {
    jdbc.run(
        connection -> {
          List<Voided> inOrder = Voids.keep(connection, voided);
          List<TopicText> sorted =
              texts.stream()
                  .sorted(
                      Comparator.comparing(TopicText::project).thenComparing(TopicText::identity))
                  .toList();
          Statements.each(connection, KEEP, sorted, TopicTables::set);
          Statements.each(connection, TAKE_BACK, inOrder, Voids::set);
          return true;
        });
  }

  @Override
  public Optional<Instant> earliest(String project) {
    return jdbc.run(connection -> Statements.instant(connection, EARLIEST, project));
  }

  @Override
  public Usage usage(
      String project, Instant before, Instant from, Instant to, int least, int most) {
    return jdbc.run(
        connection -> {
          try (PreparedStatement texts = connection.prepareStatement(TEXTS_COUNTED);
              PreparedStatement terms = connection.prepareStatement(TERMS_COUNTED)) {
            setSpans(texts, project, before, from, to);
            setSpans(terms, project, before, from, to);
            terms.setInt(6, least);
            terms.setInt(7, most);
            try (ResultSet counts = texts.executeQuery();
                ResultSet rows = terms.executeQuery()) {
              counts.next();
              return usage(counts.getLong(1), counts.getLong(2), rows);
            }
          }
        });
  }

  @Override
  public List<TopicText> texts(String project, Instant from, Instant to, int most) {
    return latest(LATEST, project, from, to, most, TopicTables::text);
  }

  @Override
  public List<Asked> asked(String project, Instant from, Instant to, int most) {
    return latest(
        ASKED,
        project,
        from,
        to,
        most,
        row -> new Asked(row.getTimestamp("occurred_at").toInstant(), sketch(row)));
  }

  @Override
  public void forget(Instant before) {
    jdbc.run(connection -> Statements.update(connection, FORGET, before));
  }

  private <T> List<T> latest(
      String query, String project, Instant from, Instant to, int most, RowReader<T> reader) {
    return jdbc.run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, project);
            select.setTimestamp(2, Timestamp.from(from));
            select.setTimestamp(3, Timestamp.from(to));
            select.setInt(4, most);
            try (ResultSet rows = select.executeQuery()) {
              List<T> read = new ArrayList<>();
              while (rows.next()) {
                read.add(reader.read(rows));
              }
              return read;
            }
          }
        });
  }

  private static void setSpans(
      PreparedStatement select, String project, Instant before, Instant from, Instant to)
      throws SQLException {
    select.setTimestamp(1, Timestamp.from(from));
    select.setTimestamp(2, Timestamp.from(from));
    select.setString(3, project);
    select.setTimestamp(4, Timestamp.from(before));
    select.setTimestamp(5, Timestamp.from(to));
  }

  private static Usage usage(long texts, long before, ResultSet rows) throws SQLException {
    List<TermCount> terms = new ArrayList<>();
    long total = 0;
    long totalBefore = 0;
    while (rows.next()) {
      terms.add(
          new TermCount(rows.getString("term"), rows.getLong("texts"), rows.getLong("before")));
      total = rows.getLong("total");
      totalBefore = rows.getLong("total_before");
    }
    return new Usage(texts, before, terms, total, totalBefore);
  }

  private static TopicText text(ResultSet row) throws SQLException {
    return new TopicText(
        row.getString("project"),
        Identity.ofBytes(row.getBytes("identity")),
        row.getString("source"),
        row.getString("id"),
        row.getString("pseudonym"),
        row.getTimestamp("occurred_at").toInstant(),
        Arrays.asList((String[]) row.getArray("terms").getArray()),
        sketch(row));
  }

  private static Sketch sketch(ResultSet row) throws SQLException {
    Integer[] places = (Integer[]) row.getArray("sketch").getArray();
    return Sketch.ofPlaces(Arrays.stream(places).mapToInt(Integer::intValue).toArray());
  }

  private static void set(Connection connection, PreparedStatement insert, TopicText text)
      throws SQLException {
    insert.setString(1, text.project());
    insert.setBytes(2, text.identity().bytes());
    insert.setString(3, text.source());
    insert.setString(4, text.id());
    insert.setString(5, text.user());
    insert.setTimestamp(6, Timestamp.from(text.occurredAt()));
    insert.setArray(7, connection.createArrayOf("text", text.terms().toArray()));
    insert.setArray(
        8,
        connection.createArrayOf("int4", Arrays.stream(text.sketch().places()).boxed().toArray()));
    insert.setString(9, text.project());
    insert.setBytes(10, text.identity().bytes());
  }

  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
