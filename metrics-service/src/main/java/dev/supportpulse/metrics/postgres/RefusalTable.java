package dev.supportpulse.metrics.postgres;

import dev.supportpulse.events.Digest;
import dev.supportpulse.events.RejectionOutcome;
import dev.supportpulse.metrics.ledger.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;

/** What was refused, so that it counts once however often it is sent. */
final class RefusalTable {

  private static final String READ =
      """
      select r.* from refusal r
      join unnest(?::text[], ?::bytea[], ?::bytea[], ?::text[])
          as b (project, identity, digest, outcome)
        on r.project = b.project and r.identity = b.identity and r.digest = b.digest
          and r.outcome = b.outcome
      """;

  private static final String WRITE =
      """
      insert into refusal as r (project, identity, digest, outcome, received_at, recorded_at)
      select project, identity, digest, outcome,
        timestamptz 'epoch' + received_at * interval '1 microsecond', ?::timestamptz
      from unnest(?::text[], ?::bytea[], ?::bytea[], ?::text[], ?::bigint[])
        as b (project, identity, digest, outcome, received_at)
      on conflict (project, identity, digest, outcome)
        do update set recorded_at = excluded.recorded_at
      """;

  private RefusalTable() {}

  /** Those that are known, and when each was first received. */
  static Map<Refusal, Instant> read(Connection connection, NavigableSet<Refusal> asked)
      throws SQLException {
    Map<Refusal, Instant> known = new HashMap<>();
    if (asked.isEmpty()) {
      return known;
    }
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      new Columns<>(select, asked)
          .text(refusal -> refusal.event().project())
          .bytes(refusal -> refusal.event().identity().bytes())
          .bytes(refusal -> refusal.digest().bytes())
          .text(Refusal::outcome);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.put(refusal(rows), Rows.instant(rows, "received_at"));
        }
      }
    }
    return known;
  }

  private static Refusal refusal(ResultSet row) throws SQLException {
    return new Refusal(
        Rows.eventKey(row),
        Digest.ofBytes(row.getBytes("digest")),
        RejectionOutcome.valueOf(row.getString("outcome")));
  }

  /** Writes those that came; of those that are known only that they came again. */
  static void write(
      Connection connection, NavigableMap<Refusal, Instant> refusals, Instant recordedAt)
      throws SQLException {
    if (refusals.isEmpty()) {
      return;
    }
    try (PreparedStatement upsert = connection.prepareStatement(WRITE)) {
      upsert.setString(1, recordedAt.toString());
      new Columns<>(upsert, refusals.entrySet(), 2)
          .text(entry -> entry.getKey().event().project())
          .bytes(entry -> entry.getKey().event().identity().bytes())
          .bytes(entry -> entry.getKey().digest().bytes())
          .text(entry -> entry.getKey().outcome())
          .instant(Map.Entry::getValue);
      upsert.executeUpdate();
    }
  }
}
