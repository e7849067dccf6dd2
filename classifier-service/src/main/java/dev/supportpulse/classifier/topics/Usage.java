package dev.supportpulse.classifier.topics;

import java.util.List;

/**
 * The terms of a window and of the span before it.
 *
 * @param texts of the window
 * @param textsBefore of the span before
 * @param terms those that enough texts of the window have
 * @param total uses of any term in the window: the sum of texts over all terms
 * @param totalBefore the same of the span before
 */
public record Usage(
    long texts, long textsBefore, List<TermCount> terms, long total, long totalBefore) {

  public Usage {
    terms = List.copyOf(terms);
  }
}
