package dev.supportpulse.benchmarks.count.jpa;

import dev.supportpulse.events.EventVoided;
import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.ledger.CaseKey;
import dev.supportpulse.metrics.ledger.CaseState;
import dev.supportpulse.metrics.ledger.Cell;
import dev.supportpulse.metrics.ledger.Classification;
import dev.supportpulse.metrics.ledger.EventKey;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.KnownIdentity;
import dev.supportpulse.metrics.ledger.LedgerChanges;
import dev.supportpulse.metrics.ledger.LedgerEntry;
import dev.supportpulse.metrics.ledger.LedgerFold;
import dev.supportpulse.metrics.ledger.LedgerSnapshot;
import dev.supportpulse.metrics.ledger.ParkedKey;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.MeasureKey;
import dev.supportpulse.metrics.tally.Tally;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts one fact in one transaction: looks up what it touches, and writes what changes. */
final class JpaLedger {

  private static final Duration GRACE = Duration.ofMinutes(5);

  private final EntityManagerFactory factory;

  JpaLedger(EntityManagerFactory factory) {
    this.factory = factory;
  }

  void record(Fact fact, Instant now) {
    factory.runInTransaction(
        manager -> write(manager, LedgerFold.fold(read(manager, fact), List.of(fact), now, GRACE)));
  }

  private static LedgerSnapshot read(EntityManager manager, Fact fact) {
    Map<EventKey, KnownIdentity> identities = new HashMap<>();
    Map<EventKey, LedgerEntry> entries = new HashMap<>();
    Map<ParkedKey, Classification> parked = new HashMap<>();
    Set<CaseKey> caseKeys = new HashSet<>();
    for (EventKey key : touched(fact)) {
      IdentityRow identity = manager.find(IdentityRow.class, EventId.of(key));
      if (identity != null) {
        identities.put(key, identity.known());
      }
      LedgerRow row = manager.find(LedgerRow.class, EventId.of(key));
      if (row != null) {
        LedgerEntry entry = row.entry();
        entries.put(key, entry);
        CaseKey caseKey = entry.caseKey();
        if (caseKey != null) {
          caseKeys.add(caseKey);
        }
      }
      manager
          .createQuery("from ParkedRow where id.target = :target", ParkedRow.class)
          .setParameter("target", EventId.of(key))
          .getResultList()
          .forEach(waiting -> parked.put(waiting.key(), waiting.classification()));
    }
    if (fact instanceof Fact.EventArrived event) {
      String caseId = event.data().caseId();
      if (caseId != null) {
        caseKeys.add(new CaseKey(event.key().project(), caseId));
      }
    }
    Map<CaseKey, CaseState> cases = new HashMap<>();
    for (CaseKey key : caseKeys) {
      List<LedgerEntry> ofCase =
          manager
              .createQuery(
                  "from LedgerRow where key.project = :project and caseId = :caseId",
                  LedgerRow.class)
              .setParameter("project", key.project())
              .setParameter("caseId", key.caseId())
              .getResultList()
              .stream()
              .map(LedgerRow::entry)
              .toList();
      ofCase.forEach(entry -> entries.put(entry.key(), entry));
      cases.put(key, CaseState.of(key, ofCase, Targets.NONE));
    }
    return new LedgerSnapshot(identities, entries, cases, parked, Map.of(), Map.of());
  }

  private static Set<EventKey> touched(Fact fact) {
    Set<EventKey> keys = new LinkedHashSet<>();
    if (fact instanceof Fact.EventArrived event) {
      keys.add(event.key());
      if (event.data() instanceof EventVoided target) {
        keys.add(Fact.keyOf(event.key().project(), target.source(), target.id()));
      }
    } else if (fact instanceof Fact.NeedFound found) {
      keys.add(found.target());
    }
    return keys;
  }

  private static void write(EntityManager manager, LedgerChanges changes) {
    changes
        .identities()
        .forEach(
            (key, known) -> {
              IdentityRow row = manager.find(IdentityRow.class, EventId.of(key));
              if (row == null) {
                row = new IdentityRow(key);
                manager.persist(row);
              }
              row.set(known);
            });
    changes.inserted().forEach(entry -> manager.persist(new LedgerRow(entry)));
    changes
        .updated()
        .forEach(entry -> manager.find(LedgerRow.class, EventId.of(entry.key())).update(entry));
    changes.parked().forEach((key, waiting) -> manager.merge(new ParkedRow(key, waiting)));
    for (EventKey key : changes.unparked()) {
      manager
          .createQuery("from ParkedRow where id.target = :target", ParkedRow.class)
          .setParameter("target", EventId.of(key))
          .getResultList()
          .forEach(manager::remove);
    }
    changes.deltas().forEach((cell, tally) -> add(manager, cell, tally));
  }

  private static void add(EntityManager manager, Cell cell, Tally tally) {
    for (Granule granule : Granule.values()) {
      for (Map.Entry<MeasureKey, Amount> amount : tally.amounts().entrySet()) {
        BucketRow.Id id = BucketRow.Id.of(granule, cell, amount.getKey());
        BucketRow row = manager.find(BucketRow.class, id);
        if (row == null) {
          row = new BucketRow(id);
          manager.persist(row);
        }
        row.add(amount.getValue());
      }
    }
  }
}
