package dev.supportpulse.metrics.postgres;

import dev.supportpulse.events.Digest;
import dev.supportpulse.metrics.ledger.EventKey;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.KnownIdentity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Identities within the transaction of one batch. Nearly all events are new, so theirs are inserted
 * at once, and only those that turn out to be there already are read.
 */
final class IdentityTable {

  private static final String ADMIT =
      """
      insert into identity (project, identity, digest, day)
      select project, identity, digest, date 'epoch' + day
      from unnest(?::text[], ?::bytea[], ?::bytea[], ?::integer[])
        as b (project, identity, digest, day)
      on conflict do nothing
      returning project, identity
      """;

  private static final String READ =
      """
      select i.* from identity i
      join unnest(?::text[], ?::bytea[]) as b (project, identity)
        on i.project = b.project and i.identity = b.identity
      order by i.project, i.identity for update of i
      """;

  /** An identity gets its body once; a row that already has another one is not ours to change. */
  private static final String WRITE =
      """
      insert into identity as i (project, identity, digest, day, voided)
      select project, identity, digest, date 'epoch' + day, voided
      from unnest(?::text[], ?::bytea[], ?::bytea[], ?::integer[], ?::boolean[])
        as b (project, identity, digest, day, voided)
      on conflict (project, identity) do update
        set digest = excluded.digest, day = excluded.day, voided = excluded.voided
        where i.digest is null or i.digest = excluded.digest
      """;

  private final Connection connection;

  /** As this transaction inserted them. */
  private final NavigableMap<EventKey, KnownIdentity> admitted = new TreeMap<>();

  IdentityTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * What was known, before these facts, of what they are about; locked. The identities of events
   * that are new are inserted, each with the first body that came, as the fold will decide.
   */
  Map<EventKey, KnownIdentity> read(List<Fact> facts, NavigableSet<EventKey> keys)
      throws SQLException {
    admit(facts);
    List<EventKey> known = keys.stream().filter(key -> !admitted.containsKey(key)).toList();
    Map<EventKey, KnownIdentity> identities = new HashMap<>();
    if (known.isEmpty()) {
      return identities;
    }
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      new Columns<>(select, known).text(EventKey::project).bytes(key -> key.identity().bytes());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          identities.put(Rows.eventKey(rows), Rows.knownIdentity(rows));
        }
      }
    }
    return identities;
  }

  private void admit(List<Fact> facts) throws SQLException {
    NavigableMap<EventKey, KnownIdentity> arrived = new TreeMap<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.EventArrived event) {
        arrived.putIfAbsent(
            event.key(),
            new KnownIdentity(
                event.digest(), LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC), false));
      }
    }
    if (arrived.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(ADMIT)) {
      new Columns<>(insert, arrived.entrySet())
          .text(entry -> entry.getKey().project())
          .bytes(entry -> entry.getKey().identity().bytes())
          .bytes(entry -> bytesOrNull(entry.getValue().digest()))
          .date(entry -> entry.getValue().day());
      try (ResultSet rows = insert.executeQuery()) {
        while (rows.next()) {
          EventKey key = Rows.eventKey(rows);
          admitted.put(key, Objects.requireNonNull(arrived.get(key)));
        }
      }
    }
  }

  /** Writes what changed since they were read. */
  void write(NavigableMap<EventKey, KnownIdentity> changed) throws SQLException {
    List<Map.Entry<EventKey, KnownIdentity>> unwritten =
        changed.entrySet().stream()
            .filter(entry -> !entry.getValue().equals(admitted.get(entry.getKey())))
            .toList();
    if (unwritten.isEmpty()) {
      return;
    }
    try (PreparedStatement upsert = connection.prepareStatement(WRITE)) {
      new Columns<>(upsert, unwritten)
          .text(entry -> entry.getKey().project())
          .bytes(entry -> entry.getKey().identity().bytes())
          .bytes(entry -> bytesOrNull(entry.getValue().digest()))
          .date(entry -> entry.getValue().day())
          .bool(entry -> entry.getValue().voided());
      if (upsert.executeUpdate() != unwritten.size()) {
        throw new ConcurrentWriteException("an identity was written by someone else meanwhile");
      }
    }
  }

  private static byte @Nullable [] bytesOrNull(@Nullable Digest digest) {
    return digest == null ? null : digest.bytes();
  }
}
