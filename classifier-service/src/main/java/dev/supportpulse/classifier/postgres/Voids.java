package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.observation.Voided;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Remembers which events are taken back, so that none comes in after its void. */
final class Voids {

  private static final String KEEP =
      """
      insert into observation_voided (project, identity) values (?, ?)
      on conflict (project, identity) do nothing
      """;

  private static final String FORGET = "delete from observation_voided where voided_at < ?";

  private Voids() {}

  /**
   * Remembers them.
   *
   * @return in the order that every writer keeps to, so that none waits for another in a circle
   */
  static List<Voided> keep(Connection connection, List<Voided> voided) throws SQLException {
    List<Voided> inOrder =
        voided.stream()
            .distinct()
            .sorted(Comparator.comparing(Voided::project).thenComparing(Voided::identity))
            .toList();
    Statements.each(connection, KEEP, inOrder, Voids::set);
    return inOrder;
  }

  static void set(Connection unused, PreparedStatement statement, Voided voided)
      throws SQLException {
    statement.setString(1, voided.project());
    statement.setBytes(2, voided.identity().bytes());
  }

  static int forget(Connection connection, Instant before) throws SQLException {
    return Statements.update(connection, FORGET, before);
  }
}
