package dev.supportpulse.classifier.correction;

/**
 * A correction that won't be forgotten.
 *
 * @param sequence its precedence: of two corrections of an event the higher one holds
 * @param published whether {@code support.classifications} has it
 */
public record Stored(Correction correction, long sequence, boolean published) {}
