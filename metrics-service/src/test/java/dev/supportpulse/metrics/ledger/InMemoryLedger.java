package dev.supportpulse.metrics.ledger;

import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.tally.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The simplest thing that changes can be applied to; the database must agree with it. */
public final class InMemoryLedger {

  private final Map<String, Targets> targets = new HashMap<>();
  private final Map<EventKey, KnownIdentity> identities = new HashMap<>();
  private final Map<EventKey, LedgerEntry> entries = new HashMap<>();
  private final Map<CaseKey, CaseState> cases = new HashMap<>();
  private final Map<ParkedKey, Classification> parked = new HashMap<>();
  private final TreeMap<Cell, Tally> buckets = new TreeMap<>();
  private final TreeMap<AccountingKey, Accounted> accounting = new TreeMap<>();
  private final Map<Refusal, Instant> refusals = new HashMap<>();
  private Erasures erasures = Erasures.NONE;
  private final Set<EventKey> conflicts = new HashSet<>();

  public void record(List<Fact> facts, Instant recordedAt) {
    apply(LedgerFold.fold(snapshot(), facts, recordedAt, Duration.ofMinutes(5)));
  }

  /** Sets the targets of a project, and counts its cases again. */
  public void promise(String project, Targets promised, Instant at) {
    targets.put(project, promised);
    apply(LedgerFold.recount(snapshot(), at));
  }

  /** Drops the days before that one. */
  public void expire(LocalDate kept) {
    entries.values().removeIf(entry -> entry.day().isBefore(kept));
    identities.keySet().removeIf(key -> isBefore(identities.get(key), kept));
  }

  private static boolean isBefore(@Nullable KnownIdentity known, LocalDate kept) {
    return known != null && known.day() != null && known.day().isBefore(kept);
  }

  /** Erases every project, or users, as far as what comes is concerned. */
  public void erase(Erasures done) {
    erasures = done;
  }

  private LedgerSnapshot snapshot() {
    return new LedgerSnapshot(
        Map.copyOf(identities),
        Map.copyOf(entries),
        Map.copyOf(cases),
        Map.copyOf(parked),
        Map.copyOf(refusals),
        Map.copyOf(targets),
        erasures);
  }

  private void apply(LedgerChanges changes) {
    identities.putAll(changes.identities());
    cases.putAll(changes.cases());
    changes.inserted().forEach(entry -> entries.put(entry.key(), entry));
    changes.updated().forEach(entry -> entries.put(entry.key(), entry));
    parked.putAll(changes.parked());
    parked.keySet().removeIf(key -> changes.unparked().contains(key.target()));
    changes.conflicts().forEach(conflict -> conflicts.add(conflict.entry().key()));
    refusals.putAll(changes.refusals());
    changes.accounted().forEach((key, value) -> accounting.merge(key, value, Accounted::plus));
    changes.deltas().forEach((cell, delta) -> buckets.merge(cell, delta, Tally::plus));
    buckets.values().removeIf(Tally::isNone);
  }

  /** What was added up, delta by delta. */
  public Map<Cell, Tally> buckets() {
    return buckets;
  }

  /** What the entries and cases say now, added up from nothing. */
  public Map<Cell, Tally> recomputed() {
    TreeMap<Cell, Tally> sums = new TreeMap<>();
    Map<CaseKey, List<LedgerEntry>> byCase = new HashMap<>();
    for (LedgerEntry entry : entries.values()) {
      add(sums, entry.key().project(), entry.contribution());
      CaseKey caseKey = entry.caseKey();
      if (caseKey != null) {
        byCase.computeIfAbsent(caseKey, key -> new ArrayList<>()).add(entry);
      }
    }
    byCase.forEach(
        (key, events) -> {
          Targets promised = targets.getOrDefault(key.project(), Targets.NONE);
          CaseState.of(key, events, promised)
              .contributions()
              .forEach(counted -> add(sums, key.project(), counted));
        });
    sums.values().removeIf(Tally::isNone);
    return sums;
  }

  /** The state of a case. */
  public CaseState caseOf(String project, String caseId) {
    return Objects.requireNonNull(cases.get(new CaseKey(project, caseId)));
  }

  public Map<AccountingKey, Accounted> accounting() {
    return accounting;
  }

  public Map<ParkedKey, Classification> parked() {
    return parked;
  }

  public Map<EventKey, LedgerEntry> entries() {
    return entries;
  }

  public Set<EventKey> conflicts() {
    return conflicts;
  }

  private static void add(Map<Cell, Tally> sums, String project, Contribution contribution) {
    sums.merge(
        new Cell(project, contribution.minute(), contribution.dimensions()),
        contribution.tally(),
        Tally::plus);
  }
}
