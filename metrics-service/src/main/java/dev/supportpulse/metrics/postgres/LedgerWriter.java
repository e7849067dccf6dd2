package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.efficiency.Promise;
import dev.supportpulse.metrics.ledger.Accounted;
import dev.supportpulse.metrics.ledger.AccountingKey;
import dev.supportpulse.metrics.ledger.CaseState;
import dev.supportpulse.metrics.ledger.Classification;
import dev.supportpulse.metrics.ledger.Conflict;
import dev.supportpulse.metrics.ledger.Contribution;
import dev.supportpulse.metrics.ledger.EventKey;
import dev.supportpulse.metrics.ledger.LedgerChanges;
import dev.supportpulse.metrics.ledger.ParkedKey;
import dev.supportpulse.metrics.ledger.Precedence;
import dev.supportpulse.metrics.tally.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a batch changes, each table in one statement and in key order: cases, ledger, and
 * what goes with them. {@link IdentityTable} comes before, {@link BucketWriter} after.
 */
final class LedgerWriter {

  private static final String CASES =
      """
      update case_state c set
        first_day = date 'epoch' + b.first_day, last_day = date 'epoch' + b.last_day,
        counted_at = timestamptz 'epoch' + b.counted_at * interval '1 microsecond', category = b.category, channel = b.channel, tier = b.tier,
        mode = b.mode, tally = b.tally::jsonb, backlog = b.backlog::jsonb,
        response_due = timestamptz 'epoch' + b.response_due * interval '1 microsecond',
        resolution_due = timestamptz 'epoch' + b.resolution_due * interval '1 microsecond'
      from unnest(?::text[], ?::text[], ?::integer[], ?::integer[], ?::bigint[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
        as b (project, case_id, first_day, last_day, counted_at, category, channel, tier, mode,
          tally, backlog, response_due, resolution_due)
      where c.project = b.project and c.case_id = b.case_id
      """;

  private static final String PARK =
      """
      insert into parked_classification as p
        (project, identity, digest, category, sentiment, origin, sequence, tier,
          sentiment_origin, sentiment_sequence, sentiment_tier, parked_at)
      select b.*, ?::timestamptz
      from unnest(?::text[], ?::bytea[], ?::bytea[], ?::text[], ?::text[], ?::text[], ?::bigint[],
        ?::text[], ?::text[], ?::bigint[], ?::text[]) as b
      on conflict (project, identity, digest) do update set category = excluded.category,
        sentiment = excluded.sentiment, origin = excluded.origin, sequence = excluded.sequence,
        tier = excluded.tier, sentiment_origin = excluded.sentiment_origin,
        sentiment_sequence = excluded.sentiment_sequence,
        sentiment_tier = excluded.sentiment_tier, parked_at = excluded.parked_at
      """;

  private static final String UNPARK =
      """
      delete from parked_classification p using unnest(?::text[], ?::bytea[]) as b (project, identity)
      where p.project = b.project and p.identity = b.identity
      """;

  private static final String CONFLICTS =
      """
      insert into conflict as c (project, identity, digest, source, id, type, occurred_at,
        received_at, recorded_at, tally, pseudonym)
      select project, identity, digest, source, id, type,
        timestamptz 'epoch' + occurred_at * interval '1 microsecond',
        timestamptz 'epoch' + received_at * interval '1 microsecond',
        timestamptz 'epoch' + recorded_at * interval '1 microsecond', tally::jsonb,
        pseudonym
      from unnest(?::text[], ?::bytea[], ?::bytea[], ?::text[], ?::text[], ?::text[],
          ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[])
        as b (project, identity, digest, source, id, type, occurred_at, received_at, recorded_at,
          tally, pseudonym)
      on conflict (project, identity, digest) do update set times = c.times + 1
      """;

  private static final String ACCOUNTING =
      """
      insert into accounting as a
        (project, hour, accepted, duplicate, rejected, quarantined, stripe)
      select project, timestamptz 'epoch' + hour * interval '1 microsecond', accepted, duplicate,
        rejected, quarantined, ?
      from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
        as b (project, hour, accepted, duplicate, rejected, quarantined)
      on conflict (project, hour, stripe) do update set
        accepted = a.accepted + excluded.accepted, duplicate = a.duplicate + excluded.duplicate,
        rejected = a.rejected + excluded.rejected,
        quarantined = a.quarantined + excluded.quarantined
      """;

  private final Connection connection;

  LedgerWriter(Connection connection) {
    this.connection = connection;
  }

  /** Where {@code case_state} says until when a case isn't overdue. */
  static String dueColumn(Promise promise) {
    return switch (promise) {
      case FIRST_RESPONSE -> "response_due";
      case RESOLUTION -> "resolution_due";
    };
  }

  void write(LedgerChanges changes, int stripe) throws SQLException {
    writeCases(changes.cases().values());
    EntryWriter.insert(connection, changes.inserted());
    EntryWriter.update(connection, changes.updated());
    park(changes.parked(), changes.recordedAt());
    unpark(changes.unparked());
    for (Conflict conflict : changes.conflicts()) {
      writeConflict(conflict);
    }
    RefusalTable.write(connection, changes.refusals(), changes.recordedAt());
    account(changes.accounted(), stripe);
  }

  private void writeCases(Collection<CaseState> cases) throws SQLException {
    if (cases.isEmpty()) {
      return;
    }
    try (PreparedStatement update = connection.prepareStatement(CASES)) {
      new Columns<>(update, cases)
          .text(state -> state.key().project())
          .text(state -> state.key().caseId())
          .date(CaseState::firstDay)
          .date(CaseState::lastDay)
          .instant(state -> state.counted() == null ? null : state.counted().minute())
          .text(state -> state.dimensions().category())
          .text(state -> state.dimensions().channel())
          .text(state -> state.dimensions().tier())
          .text(state -> state.dimensions().mode())
          .text(state -> TallyJson.write(tallyOf(state.counted())))
          .text(state -> BacklogJson.write(state.backlog()))
          .instant(state -> state.due().get(Promise.FIRST_RESPONSE))
          .instant(state -> state.due().get(Promise.RESOLUTION));
      update.executeUpdate();
    }
  }

  private static Tally tallyOf(@Nullable Contribution contribution) {
    return contribution == null ? Tally.NONE : contribution.tally();
  }

  private void park(NavigableMap<ParkedKey, Classification> parked, Instant parkedAt)
      throws SQLException {
    if (parked.isEmpty()) {
      return;
    }
    try (PreparedStatement upsert = connection.prepareStatement(PARK)) {
      upsert.setString(1, parkedAt.toString());
      new Columns<>(upsert, parked.entrySet(), 2)
          .text(entry -> entry.getKey().target().project())
          .bytes(entry -> entry.getKey().target().identity().bytes())
          .bytes(entry -> digestOrEmpty(entry.getKey()))
          .text(entry -> entry.getValue().category())
          .text(entry -> entry.getValue().sentiment())
          .text(entry -> entry.getValue().precedence().origin())
          .whole(entry -> entry.getValue().precedence().sequence())
          .text(entry -> entry.getValue().precedence().tier())
          .text(heardApart(Precedence::origin))
          .whole(heardApart(Precedence::sequence))
          .text(heardApart(Precedence::tier));
      upsert.executeUpdate();
    }
  }

  private static <T> Function<Map.Entry<ParkedKey, Classification>, @Nullable T> heardApart(
      Function<Precedence, T> part) {
    return entry -> {
      Precedence precedence = Rows.heardApart(entry.getValue());
      return precedence == null ? null : part.apply(precedence);
    };
  }

  private static byte[] digestOrEmpty(ParkedKey key) {
    return key.digest() == null ? new byte[0] : Objects.requireNonNull(key.digest()).bytes();
  }

  private void unpark(NavigableSet<EventKey> targets) throws SQLException {
    if (targets.isEmpty()) {
      return;
    }
    try (PreparedStatement delete = connection.prepareStatement(UNPARK)) {
      new Columns<>(delete, targets).text(EventKey::project).bytes(key -> key.identity().bytes());
      delete.executeUpdate();
    }
  }

  /** One by one: conflicts are rare, and the same one may come twice in a batch. */
  private void writeConflict(Conflict conflict) throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(CONFLICTS)) {
      new Columns<>(upsert, List.of(conflict))
          .text(row -> row.entry().key().project())
          .bytes(row -> row.entry().key().identity().bytes())
          .bytes(row -> row.digest().bytes())
          .text(row -> row.entry().source())
          .text(row -> row.entry().id())
          .text(row -> row.entry().type().shortName())
          .instant(row -> row.entry().occurredAt())
          .instant(row -> row.entry().receivedAt())
          .instant(row -> row.entry().recordedAt())
          .text(row -> TallyJson.write(row.entry().tally()))
          .text(row -> row.entry().user());
      upsert.executeUpdate();
    }
  }

  private void account(NavigableMap<AccountingKey, Accounted> accounted, int stripe)
      throws SQLException {
    if (accounted.isEmpty()) {
      return;
    }
    try (PreparedStatement upsert = connection.prepareStatement(ACCOUNTING)) {
      upsert.setInt(1, stripe);
      new Columns<>(upsert, accounted.entrySet(), 2)
          .text(entry -> entry.getKey().project())
          .instant(entry -> entry.getKey().hour())
          .whole(entry -> entry.getValue().accepted())
          .whole(entry -> entry.getValue().duplicate())
          .whole(entry -> entry.getValue().rejected())
          .whole(entry -> entry.getValue().quarantined());
      upsert.executeUpdate();
    }
  }
}
