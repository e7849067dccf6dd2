package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.observation.Voided;
import dev.supportpulse.classifier.tool.CostModel.Consumption;
import dev.supportpulse.classifier.tool.ToolEvents;
import dev.supportpulse.classifier.tool.ToolStore;
import dev.supportpulse.classifier.tool.ToolTally;
import dev.supportpulse.classifier.tool.ToolUsage;
import dev.supportpulse.events.NeedCategory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How tools were used, in PostgreSQL. */
@ApplicationScoped
public class ToolTables implements ToolStore {

  private static final String UNLESS_VOIDED =
      """
      where not exists (select from observation_voided where project = ? and identity = ?)
      on conflict do nothing
      """;

  private static final String KEEP_USE =
      """
      insert into tool_use (project, identity, tool, case_id, minutes, uses, occurred_at)
      select ?, ?, ?, nullif(?, ''), ?::numeric, ?::numeric, ?::timestamptz
      """
          + UNLESS_VOIDED;

  private static final String KEEP_RATING =
      """
      insert into case_rating (project, identity, case_id, satisfied, occurred_at)
      select ?, ?, ?, ?::boolean, ?::timestamptz
      """
          + UNLESS_VOIDED;

  private static final String KEEP_NEED =
      """
      insert into case_need (project, identity, case_id, category, occurred_at)
      select ?, ?, ?, ?, ?::timestamptz
      """
          + UNLESS_VOIDED;

  private static final List<String> TABLES = List.of("tool_use", "case_rating", "case_need");

  /**
   * A trial went as the last outcome of the tool in its case says, unless the case was reopened
   * since; without an outcome as the case's last rating says; without either nothing is known. An
   * outcome without a case is a trial by itself.
   */
  private static final String TRIALS =
      """
      with trials as (
        select project, tool, case_id from tool_use
        where case_id is not null and (?::text is null or project = ?)
          and occurred_at >= ? and occurred_at < ?
        union
        select project, tool, case_id from solution_event
        where tool is not null and case_id is not null
          and (?::text is null or project = ?) and occurred_at >= ? and occurred_at < ?
      ), judged as (
        select project, tool,
               (select n.category from case_need n
                where n.project = t.project and n.case_id = t.case_id
                order by n.occurred_at, n.identity limit 1) as category,
               coalesce(
                 (select s.helped and not exists (
                    select from case_transition c
                    where c.project = s.project and c.case_id = s.case_id and not c.resolved
                      and c.occurred_at >= s.occurred_at)
                  from solution_event s
                  where s.project = t.project and s.case_id = t.case_id and s.stage = 'OUTCOME'
                    and s.tool = t.tool
                  order by s.occurred_at desc, s.identity limit 1),
                 (select r.satisfied from case_rating r
                  where r.project = t.project and r.case_id = t.case_id
                  order by r.occurred_at desc, r.identity limit 1)) as helped
        from trials t
        union all
        select project, tool, null, helped from solution_event
        where tool is not null and case_id is null and stage = 'OUTCOME'
          and (?::text is null or project = ?) and occurred_at >= ? and occurred_at < ?
      )
      select project, tool, category,
             count(*) filter (where helped) as helped, count(*) filter (where not helped) as failed
      from judged where helped is not null group by project, tool, category
      """;

  private static final String CONSUMED =
      """
      select tool, sum(minutes) as minutes, sum(uses) as uses from tool_use
      where (?::text is null or project = ?) and occurred_at >= ? and occurred_at < ?
      group by tool
      """;

  private final Jdbc jdbc;

  ToolTables(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void keep(ToolEvents events, List<Voided> voided) {
    jdbc.run(
        connection -> {
          List<Voided> inOrder = Voids.keep(connection, voided);
          Statements.each(connection, KEEP_USE, events.uses(), ToolTables::setUse);
          Statements.each(connection, KEEP_RATING, events.ratings(), ToolTables::setRating);
          Statements.each(connection, KEEP_NEED, events.needs(), ToolTables::setNeed);
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
  public ToolUsage usage(@Nullable String project, Instant from, Instant to) {
    return jdbc.run(
        connection ->
            new ToolUsage(
                tallies(connection, project, from, to).values().stream()
                    .flatMap(List::stream)
                    .toList(),
                consumed(connection, project, from, to)));
  }

  @Override
  public Map<String, List<ToolTally>> tallies(Instant from, Instant to) {
    return jdbc.run(connection -> tallies(connection, null, from, to));
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

  private static Map<String, List<ToolTally>> tallies(
      Connection connection, @Nullable String project, Instant from, Instant to)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(TRIALS)) {
      setSpan(select, 1, project, from, to);
      setSpan(select, 5, project, from, to);
      setSpan(select, 9, project, from, to);
      try (ResultSet rows = select.executeQuery()) {
        Map<String, List<ToolTally>> tallies = new HashMap<>();
        while (rows.next()) {
          String category = rows.getString("category");
          tallies
              .computeIfAbsent(rows.getString("project"), any -> new ArrayList<>())
              .add(
                  new ToolTally(
                      rows.getString("tool"),
                      category == null ? null : NeedCategory.valueOf(category),
                      rows.getLong("helped"),
                      rows.getLong("failed")));
        }
        return tallies;
      }
    }
  }

  private static Map<String, Consumption> consumed(
      Connection connection, @Nullable String project, Instant from, Instant to)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CONSUMED)) {
      setSpan(select, 1, project, from, to);
      try (ResultSet rows = select.executeQuery()) {
        Map<String, Consumption> consumed = new HashMap<>();
        while (rows.next()) {
          consumed.put(
              rows.getString("tool"),
              new Consumption(rows.getBigDecimal("minutes"), rows.getBigDecimal("uses")));
        }
        return consumed;
      }
    }
  }

  private static void setSpan(
      PreparedStatement select, int at, @Nullable String project, Instant from, Instant to)
      throws SQLException {
    select.setString(at, project);
    select.setString(at + 1, project);
    select.setTimestamp(at + 2, Timestamp.from(from));
    select.setTimestamp(at + 3, Timestamp.from(to));
  }

  private static void setUse(Connection unused, PreparedStatement insert, ToolEvents.Use use)
      throws SQLException {
    insert.setString(1, use.project());
    insert.setBytes(2, use.identity().bytes());
    insert.setString(3, use.tool());
    insert.setString(4, use.caseId());
    insert.setBigDecimal(5, use.minutes());
    insert.setBigDecimal(6, use.uses());
    insert.setTimestamp(7, Timestamp.from(use.occurredAt()));
    insert.setString(8, use.project());
    insert.setBytes(9, use.identity().bytes());
  }

  private static void setRating(
      Connection unused, PreparedStatement insert, ToolEvents.Rating rating) throws SQLException {
    insert.setString(1, rating.project());
    insert.setBytes(2, rating.identity().bytes());
    insert.setString(3, rating.caseId());
    insert.setBoolean(4, rating.satisfied());
    insert.setTimestamp(5, Timestamp.from(rating.occurredAt()));
    insert.setString(6, rating.project());
    insert.setBytes(7, rating.identity().bytes());
  }

  private static void setNeed(Connection unused, PreparedStatement insert, ToolEvents.Need need)
      throws SQLException {
    insert.setString(1, need.project());
    insert.setBytes(2, need.identity().bytes());
    insert.setString(3, need.caseId());
    insert.setString(4, need.category().name());
    insert.setTimestamp(5, Timestamp.from(need.occurredAt()));
    insert.setString(6, need.project());
    insert.setBytes(7, need.identity().bytes());
  }
}
