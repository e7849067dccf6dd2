package dev.supportpulse.classifier.diagnosis;

import dev.supportpulse.events.Identity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event that tells of a fault.
 *
 * @param identity of the event, which is counted once however often it comes
 * @param occurrences how often the fault happened, as the event says; at least 1
 * @param version of the software, if the event says it
 * @param user the pseudonym of whose event it is, to erase it by
 */
public record Report(
    String project,
    Identity identity,
    Instant occurredAt,
    Symptom symptom,
    long occurrences,
    @Nullable String version,
    @Nullable String user) {}
