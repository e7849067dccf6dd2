package dev.supportpulse.metrics.ledger;

import dev.supportpulse.metrics.tally.Tally;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a batch changes. Everything is in key order, the order in which rows are written, so that
 * concurrent writers never wait for each other in a circle.
 *
 * @param identities new or changed
 * @param cases new or changed
 * @param inserted entries of newly accepted events
 * @param updated entries that were voided, classified or inherit something else now
 * @param parked classifications that wait for their event
 * @param unparked those whose event has come
 * @param conflicts other bodies of known identities
 * @param refusals what was refused, now or again, and when each was first received
 * @param accounted what became of what was received
 * @param deltas what to add to the minute buckets; the coarser granules follow from it
 * @param recordedAt when the batch was folded
 * @param restatedBefore a changed minute that starts before this instant was already over
 */
public record LedgerChanges(
    NavigableMap<EventKey, KnownIdentity> identities,
    NavigableMap<CaseKey, CaseState> cases,
    List<LedgerEntry> inserted,
    List<LedgerEntry> updated,
    NavigableMap<ParkedKey, Classification> parked,
    NavigableSet<EventKey> unparked,
    List<Conflict> conflicts,
    NavigableMap<Refusal, Instant> refusals,
    NavigableMap<AccountingKey, Accounted> accounted,
    NavigableMap<Cell, Tally> deltas,
    Instant recordedAt,
    Instant restatedBefore) {

  /** The projects whose counts change. */
  public NavigableSet<String> projects() {
    return deltas.keySet().stream()
        .map(Cell::project)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** When the cell was restated by this batch, null if its minute was still fresh. */
  public @Nullable Instant restatedAt(Cell minute) {
    return minute.start().isBefore(restatedBefore) ? recordedAt : null;
  }
}
