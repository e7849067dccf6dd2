package dev.supportpulse.classifier.mode;

import dev.supportpulse.events.Identity;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case was opened, reopened or resolved.
 *
 * @param open whether it is open from then on
 * @param minutes working time that a resolution tells; null if it tells none
 */
public record CaseEvent(
    String project,
    Identity identity,
    String caseId,
    boolean open,
    @Nullable BigDecimal minutes,
    Instant occurredAt) {}
