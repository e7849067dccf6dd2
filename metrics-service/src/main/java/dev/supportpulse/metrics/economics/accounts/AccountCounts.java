package dev.supportpulse.metrics.economics.accounts;

import dev.supportpulse.metrics.tally.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of an account.
 *
 * @param account null for what no account is known of
 * @param cases opened
 * @param tally what its events count by themselves
 */
public record AccountCounts(@Nullable String account, long cases, Tally tally) {}
