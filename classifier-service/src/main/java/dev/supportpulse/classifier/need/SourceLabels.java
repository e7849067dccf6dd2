package dev.supportpulse.classifier.need;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Evidence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the labels that a text came with say of its category. They are evidence, not truth: a third
 * of the issues that are filed as bugs are none (Herzig, Just and Zeller, "It's not a bug, it's a
 * feature", 2013). So each category that is named gains {@value #WEIGHT} log odds, once: enough to
 * tip an undecided text, not enough to outvote a clear one.
 *
 * <p>{@code probability(k) ∝ probability of the text(k) · e^weight(k)}
 */
final class SourceLabels {

  /** Raises an even chance to 80 %. */
  static final double WEIGHT = 1.4;

  private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");

  /** Words of labels that public trackers use; others say nothing. */
  private static final Map<String, NeedCategory> MEANINGS =
      Map.ofEntries(
          Map.entry("bug", NeedCategory.FUNCTIONAL_DEFECT),
          Map.entry("defect", NeedCategory.FUNCTIONAL_DEFECT),
          Map.entry("regression", NeedCategory.FUNCTIONAL_DEFECT),
          Map.entry("crash", NeedCategory.FUNCTIONAL_DEFECT),
          Map.entry("缺陷", NeedCategory.FUNCTIONAL_DEFECT),
          Map.entry("performance", NeedCategory.PERFORMANCE),
          Map.entry("perf", NeedCategory.PERFORMANCE),
          Map.entry("性能", NeedCategory.PERFORMANCE),
          Map.entry("question", NeedCategory.USAGE_QUESTION),
          Map.entry("咨询", NeedCategory.USAGE_QUESTION),
          Map.entry("security", NeedCategory.SECURITY),
          Map.entry("vulnerability", NeedCategory.SECURITY),
          Map.entry("cve", NeedCategory.SECURITY),
          Map.entry("安全", NeedCategory.SECURITY),
          Map.entry("漏洞", NeedCategory.SECURITY),
          Map.entry("enhancement", NeedCategory.FEATURE_REQUEST),
          Map.entry("feature", NeedCategory.FEATURE_REQUEST),
          Map.entry("需求", NeedCategory.FEATURE_REQUEST),
          Map.entry("training", NeedCategory.TRAINING),
          Map.entry("tutorial", NeedCategory.TRAINING),
          Map.entry("培训", NeedCategory.TRAINING));

  private final Map<NeedCategory, String> named = new EnumMap<>(NeedCategory.class);

  /** Labels as the source wrote them, such as {@code kind/bug} or {@code Type: Performance}. */
  SourceLabels(List<String> labels) {
    for (String label : labels) {
      Set<String> words = new LinkedHashSet<>(List.of(WORDS.split(label.toLowerCase(Locale.ROOT))));
      for (String word : words) {
        NeedCategory category = MEANINGS.get(word);
        if (category != null) {
          named.putIfAbsent(category, label);
        }
      }
    }
  }

  /** The probabilities of the text's categories once the labels are heard. */
  double[] shift(double[] probabilities) {
    double[] shifted = probabilities.clone();
    named.keySet().forEach(category -> shifted[Heads.of(category)] *= Math.exp(WEIGHT));
    double total = 0;
    for (double one : shifted) {
      total += one;
    }
    for (int head = 0; head < shifted.length; head++) {
      shifted[head] /= total;
    }
    return shifted;
  }

  /** The label that spoke for that category, if one did. */
  List<Evidence> evidence(NeedCategory category) {
    List<Evidence> evidence = new ArrayList<>();
    String label = named.get(category);
    if (label != null) {
      evidence.add(new Evidence("label: " + label, WEIGHT));
    }
    return evidence;
  }
}
