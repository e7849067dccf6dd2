package dev.supportpulse.metrics.ledger;

/**
 * The right to write what comes from a partition: until someone else claims it, which raises the
 * epoch.
 *
 * @param next offset of the next record to count
 * @param epoch how often the partition was claimed
 */
public record Claim(long next, long epoch) {}
