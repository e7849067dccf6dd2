package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.ledger.Erasures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What was erased, and what is being erased. */
final class ErasureTable {

  private static final String PUT =
      """
      insert into erasure (project, pseudonym, until) values (?, ?, coalesce(?::timestamptz, 'infinity'))
      on conflict (project, pseudonym) do update set until = excluded.until
      """;

  private static final String READ =
      "select project, pseudonym, until from erasure where project = any (?)";

  private static final String UNFINISHED =
      "select project, pseudonym from erasure where until = 'infinity' order by project, pseudonym";

  private static final String FORGET =
      "delete from erasure where pseudonym <> '' and until < ?::timestamptz";

  /** What the column has for a whole project. */
  static final String WHOLE = "";

  private ErasureTable() {}

  /** Erased until then; null while it is being erased. */
  static int put(Connection connection, String project, String pseudonym, @Nullable Instant until)
      throws SQLException {
    try (PreparedStatement put = connection.prepareStatement(PUT)) {
      put.setString(1, project);
      put.setString(2, pseudonym);
      put.setString(3, until == null ? null : until.toString());
      return put.executeUpdate();
    }
  }

  /** What was erased of those projects, which the transaction must share. */
  static Erasures read(Connection connection, SortedSet<String> projects) throws SQLException {
    Map<String, Instant> whole = new HashMap<>();
    Map<Erasures.User, Instant> users = new HashMap<>();
    try (PreparedStatement read = connection.prepareStatement(READ)) {
      new Columns<>(read, projects).text(project -> project);
      try (ResultSet rows = read.executeQuery()) {
        while (rows.next()) {
          String project = rows.getString("project");
          String pseudonym = rows.getString("pseudonym");
          // The driver's word for infinity is beyond what an Instant holds.
          OffsetDateTime until = rows.getObject("until", OffsetDateTime.class);
          Instant instant = until.equals(OffsetDateTime.MAX) ? Instant.MAX : until.toInstant();
          if (pseudonym.equals(WHOLE)) {
            whole.put(project, instant);
          } else {
            users.put(new Erasures.User(project, pseudonym), instant);
          }
        }
      }
    }
    return new Erasures(whole, users);
  }

  /** What was begun and not finished. */
  static List<Erasures.User> unfinished(Connection connection) throws SQLException {
    List<Erasures.User> unfinished = new ArrayList<>();
    try (PreparedStatement read = connection.prepareStatement(UNFINISHED);
        ResultSet rows = read.executeQuery()) {
      while (rows.next()) {
        unfinished.add(new Erasures.User(rows.getString("project"), rows.getString("pseudonym")));
      }
    }
    return unfinished;
  }

  /** Forgets the users that were erased before that instant. */
  static int forget(Connection connection, Instant before) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
      delete.setString(1, before.toString());
      return delete.executeUpdate();
    }
  }
}
