package dev.supportpulse.classifier.learning;

import java.time.Instant;

/**
 * Since when a version is the champion.
 *
 * @param sequence the precedence of its classifications
 * @param promotedBy the id of the key
 */
public record Promotion(String version, long sequence, Instant promotedAt, String promotedBy) {}
