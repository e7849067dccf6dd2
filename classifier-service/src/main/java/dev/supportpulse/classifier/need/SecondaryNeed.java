package dev.supportpulse.classifier.need;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Evidence;
import java.util.List;

/**
 * A finer tag beside the category, published as {@code secondary}. The set is closed. Two of them
 * are categories that cut across the others: a defect can be a security matter.
 */
public enum SecondaryNeed {
  SECURITY,
  PERFORMANCE,
  /** Getting it, deploying it for the first time, removing it. */
  INSTALLATION,
  /** Settings, options, parameters. */
  CONFIGURATION,
  /** Moving to another version, and what moved with it. */
  UPGRADE,
  /** Working together with another system, interface or library. */
  INTEGRATION,
  /** Adapting it by own code, fields, templates or looks. */
  CUSTOMISATION,
  /** How to use what is there. */
  USE;

  /** The tag of a trait that is no sentiment. */
  static SecondaryNeed of(Trait trait) {
    return valueOf(trait.name());
  }

  /** The tag of SECURITY or PERFORMANCE. */
  static SecondaryNeed of(NeedCategory category) {
    return valueOf(category.name());
  }

  /**
   * A tag that was found.
   *
   * @param confidence calibrated probability, in [0, 1]
   * @param evidence the terms that spoke for it most, strongest first; weights are log odds
   */
  public record Found(SecondaryNeed need, double confidence, List<Evidence> evidence) {

    public Found {
      evidence = List.copyOf(evidence);
    }
  }
}
