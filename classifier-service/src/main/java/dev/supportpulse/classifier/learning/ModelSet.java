package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.ProjectHeads;
import dev.supportpulse.events.ClassifierTier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version with what it learned.
 *
 * @param heads of each tier and project
 */
public record ModelSet(ModelVersion version, Map<ClassifierTier, Map<String, ProjectHeads>> heads) {

  public ModelSet {
    heads = Map.copyOf(heads);
  }

  /** The heads of a tier, by project. */
  public Map<String, ProjectHeads> of(ClassifierTier tier) {
    return heads.getOrDefault(tier, Map.of());
  }

  @Nullable ProjectHeads of(ClassifierTier tier, String project) {
    return of(tier).get(project);
  }
}
