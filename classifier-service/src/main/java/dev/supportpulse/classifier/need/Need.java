package dev.supportpulse.classifier.need;

import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.Decision;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Alternative;
import dev.supportpulse.events.NeedClassified.Evidence;
import java.util.List;

/**
 * What a text was found to be about.
 *
 * @param confidence calibrated probability of the category, in [0, 1]
 * @param alternatives other categories that came into question, likeliest first
 * @param evidence terms of the text that spoke for (positive) or against the category, strongest
 *     first; a weight is what the term added to the category's score (log odds)
 * @param secondary what it is about beside the category
 * @param tone whether the user sounds content
 */
public record Need(
    NeedCategory category,
    double confidence,
    Decision decision,
    List<Alternative> alternatives,
    List<Evidence> evidence,
    List<SecondaryNeed.Found> secondary,
    Tone tone,
    Complexity complexity,
    Language language) {

  public Need {
    alternatives = List.copyOf(alternatives);
    evidence = List.copyOf(evidence);
    secondary = List.copyOf(secondary);
  }
}
