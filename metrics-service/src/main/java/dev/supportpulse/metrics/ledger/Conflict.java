package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.Digest;

/** Another body under an identity that already has one: kept, told, never counted. */
public record Conflict(Digest digest, LedgerEntry entry) {}
