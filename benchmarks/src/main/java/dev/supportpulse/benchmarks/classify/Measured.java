package dev.supportpulse.benchmarks.classify;

/**
 * A classifier on a task.
 *
 * @param trainSeconds how long it learned
 * @param textsPerSecond that one core judges, once everything is loaded
 * @param p99Millis within which it judges 99 of 100 texts; NaN where texts can't be told apart
 * @param loadMillis until it can judge
 * @param peakMiB most physical memory that its process took while it judged
 */
public record Measured(
    String classifier,
    Scores scores,
    double trainSeconds,
    double textsPerSecond,
    double p99Millis,
    double loadMillis,
    double peakMiB) {}
