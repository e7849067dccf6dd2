package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.tally.Dimension;
import org.jspecify.annotations.Nullable;

/** Only what has that value; null is the missing value. */
public record Filter(Dimension dimension, @Nullable String value) {}
