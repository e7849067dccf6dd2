package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.mode.CaseEvent;
import dev.supportpulse.classifier.mode.CaseKind;
import dev.supportpulse.classifier.mode.NeedStore;
import dev.supportpulse.classifier.mode.ObservedNeed;
import dev.supportpulse.classifier.mode.PastEffort;
import dev.supportpulse.classifier.mode.ProjectHistory;
import dev.supportpulse.classifier.mode.Situation;
import dev.supportpulse.classifier.need.SecondaryNeed;
import dev.supportpulse.classifier.observation.Voided;
import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.NeedCategory;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which needs there were and what cases took, in PostgreSQL. */
@ApplicationScoped
public class NeedTables implements NeedStore {

  private static final String UNLESS_VOIDED =
      """
      where not exists (select from observation_voided where project = ? and identity = ?)
      on conflict (project, identity) do nothing
      """;

  private static final String KEEP_NEED =
      """
      insert into mode_need
        (project, identity, source, id, case_id, category, complexity, secondary, tier, occurred_at)
      select ?, ?, ?, ?, ?::text, ?, ?, ?::text[], ?, ?::timestamptz
      """
          + UNLESS_VOIDED;

  private static final String KEEP_CASE =
      """
      insert into mode_case (project, identity, case_id, open, minutes, occurred_at)
      select ?, ?, ?, ?::boolean, ?::numeric, ?::timestamptz
      """
          + UNLESS_VOIDED;

  private static final List<String> TABLES = List.of("mode_need", "mode_case");

  private static final String NEEDS =
      """
      select * from (
        select distinct on (coalesce(case_id, encode(identity, 'hex'))) *
        from mode_need where project = ? and occurred_at >= ? and occurred_at < ?
        order by coalesce(case_id, encode(identity, 'hex')), occurred_at, identity) earliest
      order by occurred_at desc, identity limit ?
      """;

  /** What a case took is the sum of what its resolutions tell. */
  private static final String EFFORTS =
      """
      with told as (
        select project, case_id, sum(minutes) as minutes from mode_case
        where minutes is not null and occurred_at >= ? group by project, case_id
      ), opening as (
        select distinct on (project, case_id) project, case_id, category, complexity
        from mode_need where case_id is not null and occurred_at >= ?
        order by project, case_id, occurred_at, identity
      )
      select project, category, complexity, count(*) as cases, sum(minutes) as total,
             percentile_cont(0.5) within group (order by minutes) as median
      from told join opening using (project, case_id) group by project, category, complexity
      """;

  /** A case is as its last event says; of two at one time the resolution is the last. */
  private static final String OPEN =
      """
      select project, count(*) as cases from (
        select distinct on (project, case_id) project, open
        from mode_case where occurred_at >= ?
        order by project, case_id, occurred_at desc, open, identity) last
      where open group by project
      """;

  private static final int FETCH = 1000;

  private final Jdbc jdbc;

  NeedTables(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void keep(List<ObservedNeed> needs, List<CaseEvent> cases, List<Voided> voided) {
    jdbc.run(
        connection -> {
          List<Voided> inOrder = Voids.keep(connection, voided);
          Statements.each(
              connection,
              KEEP_NEED,
              needs.stream()
                  .sorted(
                      Comparator.comparing(ObservedNeed::project)
                          .thenComparing(ObservedNeed::identity))
                  .toList(),
              NeedTables::setNeed);
          Statements.each(
              connection,
              KEEP_CASE,
              cases.stream()
                  .sorted(
                      Comparator.comparing(CaseEvent::project).thenComparing(CaseEvent::identity))
                  .toList(),
              NeedTables::setCase);
          for (String table : TABLES) {
            Statements.each(
                connection,
                "delete from " + table + " where project = ? and identity = ?",
                inOrder,
                Voids::set);
          }
          return true;
        });
  }

  @Override
  public void needs(
      String project, Instant from, Instant to, int most, Consumer<ObservedNeed> each) {
    jdbc.run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(NEEDS)) {
            select.setFetchSize(FETCH);
            select.setString(1, project);
            select.setTimestamp(2, Timestamp.from(from));
            select.setTimestamp(3, Timestamp.from(to));
            select.setInt(4, most);
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                each.accept(need(rows));
              }
            }
            return true;
          }
        });
  }

  @Override
  public Map<String, ProjectHistory> histories(Instant from) {
    return jdbc.run(
        connection -> {
          Map<String, Map<CaseKind, PastEffort>> efforts = efforts(connection, from);
          Map<String, Long> open = open(connection, from);
          Set<String> projects = new HashSet<>(efforts.keySet());
          projects.addAll(open.keySet());
          return projects.stream()
              .collect(
                  Collectors.toMap(
                      project -> project,
                      project ->
                          new ProjectHistory(
                              efforts.getOrDefault(project, Map.of()),
                              open.getOrDefault(project, 0L))));
        });
  }

  @Override
  public void forget(Instant before) {
    jdbc.run(
        connection -> {
          int forgotten = 0;
          for (String table : TABLES) {
            forgotten +=
                Statements.update(
                    connection, "delete from " + table + " where occurred_at < ?", before);
          }
          return forgotten;
        });
  }

  private static Map<String, Map<CaseKind, PastEffort>> efforts(Connection connection, Instant from)
      throws SQLException {
    Map<String, Map<CaseKind, PastEffort>> efforts = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(EFFORTS)) {
      select.setTimestamp(1, Timestamp.from(from));
      select.setTimestamp(2, Timestamp.from(from));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          efforts
              .computeIfAbsent(rows.getString("project"), project -> new HashMap<>())
              .put(
                  new CaseKind(
                      NeedCategory.valueOf(rows.getString("category")),
                      Complexity.valueOf(rows.getString("complexity"))),
                  new PastEffort(
                      rows.getLong("cases"),
                      minutes(rows.getBigDecimal("median")),
                      minutes(rows.getBigDecimal("total"))));
        }
      }
    }
    return efforts;
  }

  private static Map<String, Long> open(Connection connection, Instant from) throws SQLException {
    Map<String, Long> open = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(OPEN)) {
      select.setTimestamp(1, Timestamp.from(from));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          open.put(rows.getString("project"), rows.getLong("cases"));
        }
      }
    }
    return open;
  }

  private static Duration minutes(BigDecimal minutes) {
    return Duration.ofSeconds(
        minutes
            .multiply(BigDecimal.valueOf(60))
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValueExact());
  }

  private static ObservedNeed need(ResultSet row) throws SQLException {
    return new ObservedNeed(
        row.getString("project"),
        new Identity(HexFormat.of().formatHex(row.getBytes("identity"))),
        row.getString("source"),
        row.getString("id"),
        row.getString("case_id"),
        new Situation(
            NeedCategory.valueOf(row.getString("category")),
            Arrays.stream((String[]) row.getArray("secondary").getArray())
                .map(SecondaryNeed::valueOf)
                .collect(Collectors.toUnmodifiableSet()),
            Complexity.valueOf(row.getString("complexity")),
            row.getString("tier")),
        row.getTimestamp("occurred_at").toInstant());
  }

  private static void setNeed(Connection connection, PreparedStatement insert, ObservedNeed need)
      throws SQLException {
    Situation situation = need.situation();
    Object[] secondary = situation.secondary().stream().map(Enum::name).sorted().toArray();
    insert.setString(1, need.project());
    insert.setBytes(2, need.identity().bytes());
    insert.setString(3, need.source());
    insert.setString(4, need.id());
    insert.setString(5, need.caseId());
    insert.setString(6, situation.category().name());
    insert.setString(7, situation.complexity().name());
    insert.setArray(8, connection.createArrayOf("text", secondary));
    insert.setString(9, situation.tier());
    insert.setTimestamp(10, Timestamp.from(need.occurredAt()));
    insert.setString(11, need.project());
    insert.setBytes(12, need.identity().bytes());
  }

  private static void setCase(Connection unused, PreparedStatement insert, CaseEvent event)
      throws SQLException {
    insert.setString(1, event.project());
    insert.setBytes(2, event.identity().bytes());
    insert.setString(3, event.caseId());
    insert.setBoolean(4, event.open());
    insert.setBigDecimal(5, event.minutes());
    insert.setTimestamp(6, Timestamp.from(event.occurredAt()));
    insert.setString(7, event.project());
    insert.setBytes(8, event.identity().bytes());
  }
}
