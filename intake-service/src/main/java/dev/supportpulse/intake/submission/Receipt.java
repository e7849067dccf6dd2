package dev.supportpulse.intake.submission;

import java.time.Instant;

/**
 * When a request was received.
 *
 * @param id unique for each request; names rejected events that don't name themselves
 */
public record Receipt(String id, Instant receivedAt) {}
