package dev.supportpulse.classifier.learning;

/**
 * What a version has learned from one project.
 *
 * @param corrections how many
 * @param last the latest of them, by its place in the order in which corrections can be learned
 * @param hash SHA-256 over them
 */
public record Lesson(int corrections, long last, String hash) {}
