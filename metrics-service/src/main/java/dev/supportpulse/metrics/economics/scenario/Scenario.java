package dev.supportpulse.metrics.economics.scenario;

import java.time.Instant;

/**
 * A plan that was kept.
 *
 * @param name unique within the project
 * @param question JSON, as it was asked
 * @param answer JSON, as it was answered then
 */
public record Scenario(String name, Instant savedAt, String question, String answer) {}
