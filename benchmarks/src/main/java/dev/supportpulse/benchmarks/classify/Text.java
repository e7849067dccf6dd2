package dev.supportpulse.benchmarks.classify;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A text and what a human said that it is about, as {@code training.jsonl} has it.
 *
 * @param lang BCP 47
 * @param source where it comes from; of NLBSE'24 the repository
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Text(String id, String lang, String label, String source, String text) {}
