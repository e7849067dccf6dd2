package dev.supportpulse.classifier.assessment;

import dev.supportpulse.classifier.correction.Correction;
import dev.supportpulse.classifier.correction.Stored;
import dev.supportpulse.events.ClassificationOrigin;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.NeedClassified;
import dev.supportpulse.events.SupportEvent;
import java.util.List;

/** What is published of a correction. */
public final class HumanClassification {

  private HumanClassification() {}

  /** The classification that a correction states; the same correction gives the same one. */
  public static SupportEvent of(Stored stored) {
    Correction correction = stored.correction();
    NeedClassified classified =
        new NeedClassified(
            correction.target(),
            null,
            ClassificationOrigin.HUMAN,
            stored.sequence(),
            ClassifierTier.ACCURATE,
            correction.category(),
            correction.correctedAt(),
            null,
            null,
            List.of(),
            List.of(),
            correction.subCategory() == null ? List.of() : List.of(correction.subCategory()),
            null,
            null,
            List.of(),
            null,
            correction.sentiment(),
            null);
    Identity target =
        Identity.of(correction.project(), correction.target().source(), correction.target().id());
    return new SupportEvent(
        correction.project(),
        EventClassifier.SOURCE,
        ClassificationId.ofCorrection(target, correction.id()),
        correction.correctedAt(),
        null,
        null,
        null,
        classified);
  }
}
