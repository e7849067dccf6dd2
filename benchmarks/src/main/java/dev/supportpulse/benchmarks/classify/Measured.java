package dev.supportpulse.benchmarks.classify;

/**
 * A classifier on a task.
 *
 * @param trainSeconds how long it learned
 * @param textsPerSecond that one core judges, once everything is loaded
 * @param loadMillis until it can judge
 * @param peakMiB most physical memory that its process took while it judged
 */
public record Measured(
    String classifier,
    Scores scores,
    double trainSeconds,
    double textsPerSecond,
    double loadMillis,
    double peakMiB) {}
