package dev.supportpulse.classifier.solution;

import dev.supportpulse.events.Identity;
import java.time.Instant;

/**
 * One transition of a case.
 *
 * @param resolved whether the case is resolved by it; else it is open again
 */
public record CaseStep(
    String project, Identity identity, String caseId, boolean resolved, Instant occurredAt) {}
