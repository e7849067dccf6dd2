package dev.supportpulse.classifier.correction;

/** Says that there are new corrections. */
public record Arrived() {}
