package dev.supportpulse.classifier.need;

/** A trained model: its heads, what turns scores into probabilities, and when to trust them. */
public record NeedModel(
    ModelInfo info, LinearHeads heads, Calibration calibration, Thresholds thresholds) {}
