package dev.supportpulse.classifier.assessment;

import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.Identity;

/**
 * The id of a classification: a function of what was read and what read it, so that one computed
 * again, after a crash or a redelivery, is the same one.
 */
final class ClassificationId {

  private ClassificationId() {}

  /** 32 lower-case hex digits, made like an {@link Identity}. */
  static String of(Identity target, Digest digest, String modelVersion, ClassifierTier tier) {
    return Identity.of(target.hex(), digest.hex(), modelVersion + "/" + tier).hex();
  }

  /** Of a human's, which is about whatever body was accepted. */
  static String ofCorrection(Identity target, String correctionId) {
    return Identity.of(target.hex(), "", correctionId).hex();
  }
}
