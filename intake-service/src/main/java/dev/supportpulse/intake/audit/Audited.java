package dev.supportpulse.intake.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail.
 *
 * @param actor the id of the caller's key
 * @param project that it is about; null if nobody knows
 * @param object the name of what it is done to, never its content; null if there is none
 */
public record Audited(
    String actor,
    AuditedOperation operation,
    @Nullable String project,
    @Nullable String object,
    Instant at) {}
