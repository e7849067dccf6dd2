package dev.supportpulse.metrics.postgres;

import dev.supportpulse.events.Digest;
import dev.supportpulse.events.RejectionOutcome;
import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.ledger.Arrival;
import dev.supportpulse.metrics.ledger.CaseKey;
import dev.supportpulse.metrics.ledger.CaseState;
import dev.supportpulse.metrics.ledger.Classification;
import dev.supportpulse.metrics.ledger.Erasures;
import dev.supportpulse.metrics.ledger.EventKey;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.KnownIdentity;
import dev.supportpulse.metrics.ledger.LedgerEntry;
import dev.supportpulse.metrics.ledger.LedgerSnapshot;
import dev.supportpulse.metrics.ledger.ParkedKey;
import dev.supportpulse.metrics.ledger.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads, and locks in the fixed order, what the ledger knows of everything that a batch touches:
 * projects, identities, then cases, then entries.
 */
final class LedgerReader {

  /**
   * One look-up by key for each row asked for ({@code offset 0} keeps the planner from joining
   * otherwise): it takes a partition that is young for a small one, and would read all of it.
   */
  private static final String ENTRIES =
      """
      select l.* from unnest(?::text[], ?::bytea[], ?::integer[]) as b (project, identity, day)
      cross join lateral (
        select * from ledger
        where project = b.project and identity = b.identity and day = date 'epoch' + b.day
          and day = any (?::date[])
        offset 0) as l
      """;

  private static final String NEW_CASES =
      """
      insert into case_state (project, case_id) select * from unnest(?::text[], ?::text[])
      on conflict do nothing
      """;

  private static final String CASES =
      """
      select c.* from case_state c
      join unnest(?::text[], ?::text[]) as b (project, case_id)
        on c.project = b.project and c.case_id = b.case_id
      order by c.project, c.case_id for update of c
      """;

  /** By key, as above; without the days of other cases, which aren't so much as planned for. */
  private static final String ENTRIES_OF_CASES =
      """
      select l.* from unnest(?::text[], ?::text[], ?::integer[], ?::integer[])
        as b (project, case_id, first_day, last_day)
      cross join lateral (
        select * from ledger
        where project = b.project and case_id = b.case_id
          and day between date 'epoch' + b.first_day and date 'epoch' + b.last_day
          and day between ?::date and ?::date
        offset 0) as l
      """;

  private static final String PARKED =
      """
      select p.* from parked_classification p
      join unnest(?::text[], ?::bytea[]) as b (project, identity)
        on p.project = b.project and p.identity = b.identity
      """;

  private final Connection connection;
  private final TargetsTable targets;
  private final Map<EventKey, LedgerEntry> entries = new HashMap<>();

  LedgerReader(Connection connection, TargetsTable targets) {
    this.connection = connection;
    this.targets = targets;
  }

  /** What is known of all that the facts touch, identities of that table. */
  LedgerSnapshot read(List<Fact> facts, IdentityTable table) throws SQLException {
    SortedSet<String> projects =
        facts.stream().map(Fact::project).collect(Collectors.toCollection(TreeSet::new));
    ProjectLock.share(connection, projects);
    // After the lock, in statements of their own: they see what the last owner wrote.
    Map<String, Targets> promised = targets.read(connection, projects);
    Erasures erasures = ErasureTable.read(connection, projects);
    List<Fact> counted = facts.stream().filter(fact -> !erasures.cover(fact)).toList();
    NavigableSet<EventKey> keys =
        counted.stream()
            .flatMap(fact -> fact.about().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Map<EventKey, KnownIdentity> identities = table.read(counted, keys);
    readEntries(identities);
    NavigableSet<CaseKey> cases = casesOf(counted);
    NavigableSet<Refusal> refused = refusalsOf(facts, identities, erasures);
    Map<Refusal, Instant> refusals = RefusalTable.read(connection, refused);
    return new LedgerSnapshot(
        identities, entries, cases(cases), parked(keys), refusals, promised, erasures);
  }

  /** What is known of those cases, to count them under other targets. */
  LedgerSnapshot read(NavigableSet<CaseKey> cases, Map<String, Targets> promised)
      throws SQLException {
    Map<CaseKey, CaseState> states = cases(cases);
    return new LedgerSnapshot(Map.of(), entries, states, Map.of(), Map.of(), promised);
  }

  /**
   * What may have been refused before: few, as most events are neither refused nor conflicts nor
   * retries of what was erased.
   */
  private static NavigableSet<Refusal> refusalsOf(
      List<Fact> facts, Map<EventKey, KnownIdentity> identities, Erasures erasures) {
    Map<EventKey, @Nullable Digest> firsts = new HashMap<>();
    identities.forEach((key, known) -> firsts.put(key, known.digest()));
    NavigableSet<Refusal> refusals = new TreeSet<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.EventRefused refused && refused.refusal() != null) {
        refusals.add(refused.refusal());
      } else if (fact instanceof Fact.EventArrived event) {
        Digest first = firsts.putIfAbsent(event.key(), event.digest());
        if (event.arrival() == Arrival.RELEASED) {
          refusals.add(new Refusal(event.key(), event.digest(), RejectionOutcome.QUARANTINED));
        } else if (erasures.cover(event) || (first != null && !first.equals(event.digest()))) {
          refusals.add(new Refusal(event.key(), event.digest(), RejectionOutcome.REJECTED));
        }
      }
    }
    return refusals;
  }

  private NavigableSet<CaseKey> casesOf(List<Fact> facts) {
    NavigableSet<CaseKey> cases = new TreeSet<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.EventArrived event && event.data().caseId() != null) {
        cases.add(
            new CaseKey(event.key().project(), Objects.requireNonNull(event.data().caseId())));
      }
    }
    entries.values().stream()
        .map(LedgerEntry::caseKey)
        .filter(Objects::nonNull)
        .forEach(cases::add);
    return cases;
  }

  private void readEntries(Map<EventKey, KnownIdentity> identities) throws SQLException {
    List<Map.Entry<EventKey, KnownIdentity>> arrived =
        identities.entrySet().stream().filter(entry -> entry.getValue().day() != null).toList();
    if (arrived.isEmpty()) {
      return;
    }
    try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
      new Columns<>(select, arrived)
          .text(entry -> entry.getKey().project())
          .bytes(entry -> entry.getKey().identity().bytes())
          .date(entry -> entry.getValue().day())
          .days(entry -> entry.getValue().day());
      collectEntries(select);
    }
  }

  private Map<CaseKey, CaseState> cases(NavigableSet<CaseKey> keys) throws SQLException {
    Map<CaseKey, CaseState> cases = new HashMap<>();
    if (keys.isEmpty()) {
      return cases;
    }
    try (PreparedStatement insert = connection.prepareStatement(NEW_CASES);
        PreparedStatement select = connection.prepareStatement(CASES)) {
      new Columns<>(insert, keys).text(CaseKey::project).text(CaseKey::caseId);
      insert.executeUpdate();
      new Columns<>(select, keys).text(CaseKey::project).text(CaseKey::caseId);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          cases.put(Rows.caseKey(rows), Rows.caseState(rows));
        }
      }
    }
    readEntriesOf(cases.values());
    return cases;
  }

  private void readEntriesOf(Collection<CaseState> cases) throws SQLException {
    List<CaseState> withEvents = cases.stream().filter(state -> state.firstDay() != null).toList();
    if (withEvents.isEmpty()) {
      return;
    }
    try (PreparedStatement select = connection.prepareStatement(ENTRIES_OF_CASES)) {
      new Columns<>(select, withEvents)
          .text(state -> state.key().project())
          .text(state -> state.key().caseId())
          .date(CaseState::firstDay)
          .date(CaseState::lastDay)
          .span(CaseState::firstDay, CaseState::lastDay);
      collectEntries(select);
    }
  }

  private void collectEntries(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        LedgerEntry entry = Rows.ledgerEntry(rows);
        entries.put(entry.key(), entry);
      }
    }
  }

  private Map<ParkedKey, Classification> parked(NavigableSet<EventKey> keys) throws SQLException {
    Map<ParkedKey, Classification> parked = new HashMap<>();
    if (keys.isEmpty()) {
      return parked;
    }
    try (PreparedStatement select = connection.prepareStatement(PARKED)) {
      bindKeys(select, keys);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          byte[] digest = rows.getBytes("digest");
          parked.put(
              new ParkedKey(
                  Rows.eventKey(rows), digest.length == 0 ? null : Digest.ofBytes(digest)),
              Rows.classification(rows, ""));
        }
      }
    }
    return parked;
  }

  private static void bindKeys(PreparedStatement select, Collection<EventKey> keys)
      throws SQLException {
    new Columns<>(select, keys).text(EventKey::project).bytes(key -> key.identity().bytes());
  }
}
