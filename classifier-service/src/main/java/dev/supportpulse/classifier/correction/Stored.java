package dev.supportpulse.classifier.correction;

import org.jspecify.annotations.Nullable;

/**
 * A correction that won't be forgotten.
 *
 * @param sequence its precedence: of two corrections of an event the higher one holds
 * @param published whether {@code support.classifications} has it
 * @param learnable its place in the order in which corrections can be learned from; null until it
 *     is known what the event says
 */
public record Stored(
    Correction correction, long sequence, boolean published, @Nullable Long learnable) {}
