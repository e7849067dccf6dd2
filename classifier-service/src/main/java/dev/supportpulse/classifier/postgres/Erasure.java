package dev.supportpulse.classifier.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Erases what is kept of a project, or of one user of it. Every erasure is noted and {@linkplain
 * #sweep swept} again now and then: the topics still hold what was erased, and a batch may have
 * been on its way.
 */
@ApplicationScoped
public class Erasure {

  /** What the table has in place of a pseudonym for a whole project. */
  private static final String WHOLE = "";

  private static final String NOTE =
      """
      insert into erasure (project, pseudonym, until, erased_by) values (?, ?, ?::timestamptz, ?)
      on conflict (project, pseudonym) do update
        set until = excluded.until, erased_by = excluded.erased_by
      """;

  /** Whose event a correction is about is known as long as the event's own row is kept. */
  private static final String LEARN_OWNERS =
      """
      update correction c set pseudonym = o.pseudonym
      from (select project, identity, pseudonym from topic_text
            union all select project, identity, pseudonym from fault_report) o
      where c.pseudonym is null and o.pseudonym is not null
        and o.project = c.project and o.identity = c.identity
      """;

  private static final String OF_PROJECT =
      """
      delete from %1$s t using erasure e
      where e.project = t.project and e.pseudonym = '' and t.%2$s < e.until
        and e.project = coalesce(?, e.project)
      """;

  /** Of an erased user, too. One that the topic doesn't have yet waits for the next sweep. */
  private static final List<String> OF_USERS =
      List.of(
          """
          delete from correction t using erasure e
          where e.project = t.project and e.pseudonym in ('', t.pseudonym)
            and t.corrected_at < e.until and t.published_at is not null
            and e.project = coalesce(?, e.project)
          """,
          """
          delete from topic_text t using erasure e
          where e.project = t.project and e.pseudonym in ('', t.pseudonym)
            and t.occurred_at < e.until and e.project = coalesce(?, e.project)
          """,
          """
          update fault_report t set pseudonym = null from erasure e
          where e.project = t.project and e.pseudonym = t.pseudonym
            and t.occurred_at < e.until and e.project = coalesce(?, e.project)
          """);

  /** A template is of the faults that it tells apart. */
  private static final String TEMPLATES =
      """
      delete from log_template t using erasure e
      where e.project = t.project and e.pseudonym = '' and e.project = coalesce(?, e.project)
        and not exists (select from fault f
                        where f.project = t.project and f.fingerprint = t.fingerprint)
      """;

  private static final String FORGET_USERS =
      "delete from erasure where pseudonym <> '' and until < ?";

  private final Jdbc jdbc;

  Erasure(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Erases what is kept of a project, or of a user, of before that instant.
   *
   * @param pseudonym of the user; null for the whole project
   * @param by the id of the key
   * @return how many rows went or were unlinked
   */
  public int erase(String project, @Nullable String pseudonym, Instant until, String by) {
    return jdbc.run(
        connection -> {
          try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setString(1, project);
            note.setString(2, pseudonym == null ? WHOLE : pseudonym);
            note.setString(3, until.toString());
            note.setString(4, by);
            note.executeUpdate();
          }
          return sweep(connection, project);
        });
  }

  /**
   * Erases what came in since of what was erased.
   *
   * @param usersBefore erasures of users of before that are forgotten: nothing holds their texts
   *     any more
   */
  public void sweep(Instant usersBefore) {
    jdbc.run(
        connection -> {
          int rows = sweep(connection, null);
          Statements.update(connection, FORGET_USERS, usersBefore);
          return rows;
        });
  }

  private static int sweep(Connection connection, @Nullable String project) throws SQLException {
    try (PreparedStatement owners = connection.prepareStatement(LEARN_OWNERS)) {
      owners.executeUpdate();
    }
    int rows = 0;
    for (String sql : statements()) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, project);
        rows += statement.executeUpdate();
      }
    }
    return rows;
  }

  private static List<String> statements() {
    List<String> statements = new ArrayList<>(OF_USERS);
    for (String table :
        List.of(
            "fault_report",
            "solution_event",
            "case_transition",
            "tool_use",
            "case_rating",
            "case_need",
            "mode_need",
            "mode_case")) {
      statements.add(OF_PROJECT.formatted(table, "occurred_at"));
    }
    statements.add(OF_PROJECT.formatted("fault", "last_seen"));
    statements.add(TEMPLATES);
    statements.add(OF_PROJECT.formatted("observation_voided", "voided_at"));
    statements.add(OF_PROJECT.formatted("reprocessing", "finished_at"));
    return statements;
  }
}
