package dev.supportpulse.classifier.mode;

import dev.supportpulse.events.Identity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A need that an event told.
 *
 * @param source CloudEvents source of the event
 * @param id CloudEvents id of the event
 * @param caseId null if the event names none
 */
public record ObservedNeed(
    String project,
    Identity identity,
    String source,
    String id,
    @Nullable String caseId,
    Situation situation,
    Instant occurredAt) {}
