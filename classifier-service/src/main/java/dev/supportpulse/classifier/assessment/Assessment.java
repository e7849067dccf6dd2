package dev.supportpulse.classifier.assessment;

import dev.supportpulse.classifier.mode.Advice;
import dev.supportpulse.classifier.need.Need;
import dev.supportpulse.classifier.need.NeedModel;
import dev.supportpulse.classifier.need.NeedReading;
import dev.supportpulse.classifier.solution.Answer;
import dev.supportpulse.events.NeedClassified.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the classifier has to say to a text.
 *
 * @param reading how its need was read
 * @param model that read the need
 */
public record Assessment(NeedReading reading, Advice advice, Answer answer, NeedModel model) {

  /** What the text is about. */
  public Need need() {
    return reading.need();
  }

  /** The names of the secondary tags, as they are published. */
  public List<String> secondary() {
    return need().secondary().stream().map(found -> found.need().name()).toList();
  }

  /** The terms that spoke for each secondary tag, by its name, in the order of the tags. */
  public Map<String, List<Evidence>> secondaryEvidence() {
    Map<String, List<Evidence>> evidence = new LinkedHashMap<>();
    need().secondary().forEach(found -> evidence.put(found.need().name(), found.evidence()));
    return evidence;
  }
}
