package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.RejectionOutcome;
import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.tally.Dimensions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Folds a batch of facts into the ledger: decides what is accepted, a duplicate or a conflict,
 * applies voids and classifications in whatever order they come, and works out by how much each
 * bucket changes: contribution(new) − contribution(old) for every event and case that is touched.
 *
 * <p>Pure: the same snapshot and facts give the same changes. An instance folds one batch.
 */
public final class LedgerFold {

  private final LedgerSnapshot before;
  private final Instant recordedAt;

  private final Map<EventKey, KnownIdentity> identities;
  private final Map<EventKey, LedgerEntry> entries;
  private final Map<EventKey, Map<ParkedKey, Classification>> waiting = new HashMap<>();
  private final Map<Refusal, Instant> refused;

  private final Map<EventKey, KnownIdentity> changedIdentities = new HashMap<>();
  private final Set<EventKey> touched = new LinkedHashSet<>();
  private final NavigableMap<ParkedKey, Classification> parked = new TreeMap<>();
  private final NavigableSet<EventKey> unparked = new TreeSet<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final NavigableMap<Refusal, Instant> refusals = new TreeMap<>();
  private final NavigableMap<AccountingKey, Accounted> accounted = new TreeMap<>();

  private LedgerFold(LedgerSnapshot before, Instant recordedAt) {
    this.before = before;
    this.recordedAt = recordedAt;
    this.identities = new HashMap<>(before.identities());
    this.entries = new HashMap<>(before.entries());
    this.refused = new HashMap<>(before.refusals());
    before.parked().forEach(this::await);
  }

  /**
   * Folds a batch.
   *
   * @param before what the ledger knows of everything that the facts touch
   * @param facts in the order of their topic partitions
   * @param recordedAt now
   * @param grace how long after its end a minute still counts as fresh, not as restated
   */
  public static LedgerChanges fold(
      LedgerSnapshot before, List<Fact> facts, Instant recordedAt, Duration grace) {
    LedgerFold fold = new LedgerFold(before, recordedAt);
    facts.forEach(fold::apply);
    return fold.changes(recordedAt.minus(grace).minus(Duration.ofMinutes(1)));
  }

  /**
   * Counts the cases of the snapshot again, under its targets. Whatever changes was over long ago
   * as far as restatement is concerned.
   */
  public static LedgerChanges recount(LedgerSnapshot before, Instant recordedAt) {
    LedgerFold fold = new LedgerFold(before, recordedAt);
    fold.touched.addAll(before.entries().keySet());
    return fold.changes(Instant.MAX);
  }

  private void apply(Fact fact) {
    if (before.erasures().cover(fact)) {
      leaveOut(fact);
    } else if (fact instanceof Fact.EventArrived event) {
      account(event.key().project(), accountedAt(event), event.arrival().accounted(admit(event)));
    } else if (fact instanceof Fact.NeedFound found) {
      classify(found);
    } else if (fact instanceof Fact.EventRefused event) {
      account(event.key().project(), event.receivedAt(), refuse(event));
    } else {
      throw new IllegalStateException("no way to apply " + fact.getClass());
    }
  }

  /**
   * What was received before its project was erased is as if it had never been. An event that comes
   * later but tells of the time before is a retry as like as not: it is rejected.
   */
  private void leaveOut(Fact fact) {
    if (fact instanceof Fact.EventArrived event
        && !before.erasures().cover(event.key().project(), event.receivedAt())) {
      account(
          event.key().project(), event.receivedAt(), event.arrival().accounted(rejected(event)));
    }
  }

  private Accounted admit(Fact.EventArrived event) {
    KnownIdentity known = identities.get(event.key());
    Digest acceptedDigest = known == null ? null : known.digest();
    if (acceptedDigest != null) {
      if (acceptedDigest.equals(event.digest())) {
        return Accounted.DUPLICATE;
      }
      conflicts.add(new Conflict(event.digest(), entryOf(event)));
      return rejected(event);
    }
    boolean voided = known != null && known.voided();
    LedgerEntry entry = entryOf(event);
    identify(event.key(), new KnownIdentity(event.digest(), entry.day(), voided));
    Classification classification = unpark(event.key(), event.digest());
    if (classification != null) {
      entry = entry.classified(classification);
    }
    put(voided ? entry.asVoided() : entry);
    if (event.data() instanceof EventVoided target) {
      voidEvent(Fact.keyOf(event.key().project(), target.source(), target.id()));
    }
    return Accounted.ACCEPTED;
  }

  /** What was quarantined more than once is accounted for where it was for the first time. */
  private Instant accountedAt(Fact.EventArrived event) {
    Refusal quarantined = new Refusal(event.key(), event.digest(), RejectionOutcome.QUARANTINED);
    return event.arrival() == Arrival.RELEASED
        ? refused.getOrDefault(quarantined, event.receivedAt())
        : event.receivedAt();
  }

  private Accounted rejected(Fact.EventArrived event) {
    Refusal refusal = new Refusal(event.key(), event.digest(), RejectionOutcome.REJECTED);
    return event.arrival() == Arrival.RECEIVED
        ? refuse(refusal, event.receivedAt())
        : Accounted.REJECTED;
  }

  private Accounted refuse(Fact.EventRefused event) {
    Refusal refusal = event.refusal();
    if (refusal == null) {
      return Accounted.of(event.outcome());
    }
    KnownIdentity known = identities.get(event.key());
    boolean accepted = known != null && refusal.digest().equals(known.digest());
    return accepted ? Accounted.DUPLICATE : refuse(refusal, event.receivedAt());
  }

  private Accounted refuse(Refusal refusal, Instant receivedAt) {
    Instant first = refused.putIfAbsent(refusal, receivedAt);
    refusals.put(refusal, first == null ? receivedAt : first);
    return first == null ? Accounted.of(refusal.outcome()) : Accounted.DUPLICATE;
  }

  private LedgerEntry entryOf(Fact.EventArrived event) {
    LedgerEntry entry = LedgerEntry.of(event, recordedAt);
    boolean erased =
        before.erasures().cover(event.key().project(), entry.user(), event.receivedAt());
    return erased ? entry.unlinked() : entry;
  }

  private void voidEvent(EventKey target) {
    KnownIdentity known = identities.get(target);
    identify(target, known == null ? new KnownIdentity(null, null, true) : known.asVoided());
    LedgerEntry entry = entries.get(target);
    if (entry != null) {
      put(entry.asVoided());
    }
  }

  private void classify(Fact.NeedFound found) {
    KnownIdentity known = identities.get(found.target());
    Digest acceptedDigest = known == null ? null : known.digest();
    if (acceptedDigest == null) {
      park(new ParkedKey(found.target(), found.digest()), found.classification());
      return;
    }
    boolean sameBody = found.digest() == null || found.digest().equals(acceptedDigest);
    LedgerEntry entry = entries.get(found.target());
    if (sameBody && entry != null) {
      Classification both = found.classification().with(entry.classification());
      if (!both.equals(entry.classification())) {
        put(entry.classified(both));
      }
    }
  }

  private void park(ParkedKey key, Classification classification) {
    Map<ParkedKey, Classification> forEvent = waiting.getOrDefault(key.target(), Map.of());
    Classification both = classification.with(forEvent.get(key));
    if (!both.equals(forEvent.get(key))) {
      await(key, both);
      parked.put(key, both);
    }
  }

  private void await(ParkedKey key, Classification classification) {
    waiting.computeIfAbsent(key.target(), target -> new HashMap<>()).put(key, classification);
  }

  /** What waited for this body or for any; all that waited for the event are done. */
  private @Nullable Classification unpark(EventKey target, Digest digest) {
    Map<ParkedKey, Classification> forEvent = waiting.remove(target);
    if (forEvent == null) {
      return null;
    }
    parked.keySet().removeAll(forEvent.keySet());
    if (forEvent.keySet().stream().anyMatch(before.parked()::containsKey)) {
      unparked.add(target);
    }
    Classification forBody = forEvent.get(new ParkedKey(target, digest));
    Classification forAny = forEvent.get(new ParkedKey(target, null));
    return forAny == null ? forBody : forAny.with(forBody);
  }

  private void identify(EventKey key, KnownIdentity identity) {
    identities.put(key, identity);
    changedIdentities.put(key, identity);
  }

  private void put(LedgerEntry entry) {
    entries.put(entry.key(), entry);
    touched.add(entry.key());
  }

  private void account(String project, Instant receivedAt, Accounted outcome) {
    if (!outcome.equals(Accounted.NONE)) {
      accounted.merge(AccountingKey.of(project, receivedAt), outcome, Accounted::plus);
    }
  }

  private LedgerChanges changes(Instant restatedBefore) {
    Deltas deltas = new Deltas();
    NavigableMap<CaseKey, CaseState> changedCases = recount(deltas);
    List<LedgerEntry> inserted = new ArrayList<>();
    List<LedgerEntry> updated = new ArrayList<>();
    for (EventKey key : touched) {
      LedgerEntry now = Objects.requireNonNull(entries.get(key));
      LedgerEntry then = before.entries().get(key);
      if (then == null) {
        inserted.add(now);
      } else if (!then.equals(now)) {
        updated.add(now);
        deltas.retract(key.project(), then.contribution());
      } else {
        continue;
      }
      deltas.add(key.project(), now.contribution());
    }
    inserted.sort(Comparator.comparing(LedgerEntry::key));
    updated.sort(Comparator.comparing(LedgerEntry::key));
    return new LedgerChanges(
        new TreeMap<>(changedIdentities),
        changedCases,
        inserted,
        updated,
        parked,
        unparked,
        conflicts,
        refusals,
        accounted,
        deltas.tallies(),
        recordedAt,
        restatedBefore);
  }

  /**
   * Recomputes the touched cases, and lets the events of each inherit from it. A case whose first
   * events have left the ledger stays as it was counted.
   */
  private NavigableMap<CaseKey, CaseState> recount(Deltas deltas) {
    Map<CaseKey, List<LedgerEntry>> events = eventsOfTouchedCases();
    NavigableMap<CaseKey, CaseState> changed = new TreeMap<>();
    events.forEach(
        (key, ofCase) -> {
          CaseState then = before.cases().getOrDefault(key, CaseState.unknown(key));
          Targets targets = before.targets().getOrDefault(key.project(), Targets.NONE);
          CaseState now = then.outlives(ofCase) ? then : CaseState.of(key, ofCase, targets);
          if (!then.equals(now)) {
            changed.put(key, now);
            then.contributions().forEach(counted -> deltas.retract(key.project(), counted));
            now.contributions().forEach(counted -> deltas.add(key.project(), counted));
          }
          ofCase.forEach(entry -> inherit(entry, now));
        });
    for (EventKey key : List.copyOf(touched)) {
      LedgerEntry entry = Objects.requireNonNull(entries.get(key));
      if (entry.caseKey() == null) {
        put(entry.inheriting(Dimensions.UNKNOWN));
      }
    }
    return changed;
  }

  private void inherit(LedgerEntry entry, CaseState from) {
    LedgerEntry inherited = entry.inheriting(from.dimensions());
    if (!inherited.equals(entry)) {
      put(inherited);
    }
  }

  private Map<CaseKey, List<LedgerEntry>> eventsOfTouchedCases() {
    Map<CaseKey, List<LedgerEntry>> events = new TreeMap<>();
    for (EventKey key : touched) {
      CaseKey caseKey = Objects.requireNonNull(entries.get(key)).caseKey();
      if (caseKey != null) {
        events.put(caseKey, new ArrayList<>());
      }
    }
    for (LedgerEntry entry : entries.values()) {
      CaseKey caseKey = entry.caseKey();
      List<LedgerEntry> ofCase = caseKey == null ? null : events.get(caseKey);
      if (ofCase != null) {
        ofCase.add(entry);
      }
    }
    return events;
  }
}
