package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.observation.Voided;
import dev.supportpulse.classifier.solution.CaseStep;
import dev.supportpulse.classifier.solution.SolutionStep;
import dev.supportpulse.classifier.solution.SolutionStore;
import dev.supportpulse.classifier.solution.SolutionTally;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What became of solutions, in PostgreSQL. */
@ApplicationScoped
public class SolutionTables implements SolutionStore {

  private static final String KEEP_STEP =
      """
      insert into solution_event
        (project, identity, solution_id, stage, helped, case_id, tool, occurred_at)
      select ?, ?, ?, ?, ?::boolean, ?::text, ?::text, ?::timestamptz
      where not exists (select from observation_voided where project = ? and identity = ?)
      on conflict (project, identity) do nothing
      """;

  private static final String KEEP_CASE =
      """
      insert into case_transition (project, identity, case_id, resolved, occurred_at)
      select ?, ?, ?, ?::boolean, ?::timestamptz
      where not exists (select from observation_voided where project = ? and identity = ?)
      on conflict (project, identity) do nothing
      """;

  private static final String TAKE_BACK_STEP =
      "delete from solution_event where project = ? and identity = ?";

  private static final String TAKE_BACK_CASE =
      "delete from case_transition where project = ? and identity = ?";

  /** Of each case the last outcome, and what the case did since. */
  private static final String TALLIES =
      """
      with steps as (
        select * from solution_event where project = ? and occurred_at >= ? and occurred_at < ?
      ), trials as (
        select distinct on (solution_id, coalesce(case_id, encode(identity, 'hex')))
               project, solution_id, case_id, helped, occurred_at
        from steps where stage = 'OUTCOME'
        order by solution_id, coalesce(case_id, encode(identity, 'hex')), occurred_at desc, identity
      ), judged as (
        select trials.*,
               exists (select from case_transition t
                       where t.project = trials.project and t.case_id = trials.case_id
                         and not t.resolved and t.occurred_at >= trials.occurred_at) as reopened,
               (select case when t.resolved then t.occurred_at end from case_transition t
                where t.project = trials.project and t.case_id = trials.case_id
                order by t.occurred_at desc, t.resolved limit 1) as resolved_at
        from trials
      ), outcomes as (
        select solution_id,
               count(*) filter (where helped and not reopened) as helped,
               count(*) filter (where not helped) as not_helped,
               count(*) filter (where helped and reopened) as reopened,
               count(*) filter (where helped and not reopened and resolved_at <= ?) as verified
        from judged group by solution_id
      ), stages as (
        select solution_id,
               count(*) filter (where stage = 'PROPOSED') as proposed,
               count(*) filter (where stage = 'APPLIED') as applied
        from steps group by solution_id
      )
      select stages.*, coalesce(helped, 0) as helped, coalesce(not_helped, 0) as not_helped,
             coalesce(reopened, 0) as reopened, coalesce(verified, 0) as verified
      from stages left join outcomes using (solution_id)
      """;

  private static final String FORGET_STEPS = "delete from solution_event where occurred_at < ?";
  private static final String FORGET_CASES = "delete from case_transition where occurred_at < ?";

  private final Jdbc jdbc;

  SolutionTables(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void keep(List<SolutionStep> steps, List<CaseStep> cases, List<Voided> voided) {
    jdbc.run(
        connection -> {
          List<Voided> inOrder = Voids.keep(connection, voided);
          Statements.each(
              connection,
              KEEP_STEP,
              steps.stream()
                  .sorted(
                      Comparator.comparing(SolutionStep::project)
                          .thenComparing(SolutionStep::identity))
                  .toList(),
              SolutionTables::setStep);
          Statements.each(
              connection,
              KEEP_CASE,
              cases.stream()
                  .sorted(Comparator.comparing(CaseStep::project).thenComparing(CaseStep::identity))
                  .toList(),
              SolutionTables::setCase);
          Statements.each(connection, TAKE_BACK_STEP, inOrder, Voids::set);
          Statements.each(connection, TAKE_BACK_CASE, inOrder, Voids::set);
          return true;
        });
  }

  @Override
  public List<SolutionTally> tallies(
      String project, Instant from, Instant to, Duration verifiedAfter) {
    return jdbc.run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(TALLIES)) {
            select.setString(1, project);
            select.setTimestamp(2, Timestamp.from(from));
            select.setTimestamp(3, Timestamp.from(to));
            select.setTimestamp(4, Timestamp.from(to.minus(verifiedAfter)));
            try (ResultSet rows = select.executeQuery()) {
              List<SolutionTally> tallies = new ArrayList<>();
              while (rows.next()) {
                tallies.add(tally(rows));
              }
              return tallies;
            }
          }
        });
  }

  @Override
  public void forget(Instant before) {
    jdbc.run(
        connection ->
            Statements.update(connection, FORGET_STEPS, before)
                + Statements.update(connection, FORGET_CASES, before));
  }

  private static SolutionTally tally(ResultSet row) throws SQLException {
    return new SolutionTally(
        row.getString("solution_id"),
        row.getLong("proposed"),
        row.getLong("applied"),
        row.getLong("helped"),
        row.getLong("not_helped"),
        row.getLong("reopened"),
        row.getLong("verified"));
  }

  private static void setStep(Connection unused, PreparedStatement insert, SolutionStep step)
      throws SQLException {
    insert.setString(1, step.project());
    insert.setBytes(2, step.identity().bytes());
    insert.setString(3, step.solutionId());
    insert.setString(4, step.stage().name());
    insert.setObject(5, step.helped(), Types.BOOLEAN);
    insert.setString(6, step.caseId());
    insert.setString(7, step.tool());
    insert.setTimestamp(8, Timestamp.from(step.occurredAt()));
    insert.setString(9, step.project());
    insert.setBytes(10, step.identity().bytes());
  }

  private static void setCase(Connection unused, PreparedStatement insert, CaseStep step)
      throws SQLException {
    insert.setString(1, step.project());
    insert.setBytes(2, step.identity().bytes());
    insert.setString(3, step.caseId());
    insert.setBoolean(4, step.resolved());
    insert.setTimestamp(5, Timestamp.from(step.occurredAt()));
    insert.setString(6, step.project());
    insert.setBytes(7, step.identity().bytes());
  }
}
