package dev.supportpulse.metrics.reference;

import java.time.Instant;

/**
 * Who sets something, for the audit.
 *
 * @param body JSON of what is set
 */
public record Change(String actor, Instant at, String body) {}
