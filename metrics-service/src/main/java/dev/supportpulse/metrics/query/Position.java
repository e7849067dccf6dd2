package dev.supportpulse.metrics.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a partition was counted.
 *
 * @param next offset of the first record that isn't counted yet
 * @param appendedAt when the last counted record was appended; null before the first
 */
public record Position(long next, @Nullable Instant appendedAt) {}
