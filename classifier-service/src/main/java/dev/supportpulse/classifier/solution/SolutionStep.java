package dev.supportpulse.classifier.solution;

import dev.supportpulse.events.Identity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event about a solution.
 *
 * @param helped null unless the stage is OUTCOME
 */
public record SolutionStep(
    String project,
    Identity identity,
    String solutionId,
    Stage stage,
    @Nullable Boolean helped,
    @Nullable String caseId,
    @Nullable String tool,
    Instant occurredAt) {}
