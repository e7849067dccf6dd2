package dev.supportpulse.metrics.ledger;

import dev.supportpulse.metrics.efficiency.Targets;
import java.time.Instant;
import java.util.Map;

/**
 * What the ledger knew before a batch, as far as the batch is concerned.
 *
 * @param identities of the batch's events, of the targets of its voids and its classifications
 * @param entries of those identities, and every event of the cases below
 * @param cases that an event of the batch, or an entry of its identities, belongs to
 * @param parked classifications that wait for an event of the batch
 * @param refusals those that the batch may bring again, and when each was first received
 * @param targets what is promised, by project; a project without an entry has promised nothing
 * @param erasures what must not come back
 */
public record LedgerSnapshot(
    Map<EventKey, KnownIdentity> identities,
    Map<EventKey, LedgerEntry> entries,
    Map<CaseKey, CaseState> cases,
    Map<ParkedKey, Classification> parked,
    Map<Refusal, Instant> refusals,
    Map<String, Targets> targets,
    Erasures erasures) {

  /** A snapshot where nothing was erased. */
  public LedgerSnapshot(
      Map<EventKey, KnownIdentity> identities,
      Map<EventKey, LedgerEntry> entries,
      Map<CaseKey, CaseState> cases,
      Map<ParkedKey, Classification> parked,
      Map<Refusal, Instant> refusals,
      Map<String, Targets> targets) {
    this(identities, entries, cases, parked, refusals, targets, Erasures.NONE);
  }
}
