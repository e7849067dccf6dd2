package dev.supportpulse.classifier.topics;

/**
 * How many texts have a term.
 *
 * @param texts of the window
 * @param before texts of the span before it
 */
public record TermCount(String term, long texts, long before) {}
