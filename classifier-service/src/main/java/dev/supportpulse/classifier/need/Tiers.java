package dev.supportpulse.classifier.need;

import dev.supportpulse.events.ClassifierTier;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The classifiers that there are: one a tier; the accurate one may be switched off. */
public final class Tiers {

  private final Map<ClassifierTier, NeedClassifier> byTier = new EnumMap<>(ClassifierTier.class);

  /**
   * At least one classifier.
   *
   * @throws IllegalArgumentException if there is none, or two of a tier
   */
  public Tiers(List<NeedClassifier> classifiers) {
    for (NeedClassifier classifier : classifiers) {
      if (byTier.put(classifier.model().tier(), classifier) != null) {
        throw new IllegalArgumentException("two models of tier " + classifier.model().tier());
      }
    }
    if (byTier.isEmpty()) {
      throw new IllegalArgumentException("need a model");
    }
  }

  /** Whether there is a classifier of that tier. */
  public boolean has(ClassifierTier tier) {
    return byTier.containsKey(tier);
  }

  /** ACCURATE if it is there. */
  public ClassifierTier best() {
    return has(ClassifierTier.ACCURATE) ? ClassifierTier.ACCURATE : ClassifierTier.FAST;
  }

  /**
   * The classifier of a tier.
   *
   * @throws IllegalArgumentException if there is none
   */
  public NeedClassifier of(ClassifierTier tier) {
    NeedClassifier classifier = byTier.get(tier);
    if (classifier == null) {
      throw new IllegalArgumentException("there is no model of tier " + tier);
    }
    return classifier;
  }

  /** The models, the best first. */
  public List<NeedModel> models() {
    return byTier.values().stream()
        .map(NeedClassifier::model)
        .sorted(Comparator.comparing(NeedModel::tier).reversed())
        .toList();
  }
}
