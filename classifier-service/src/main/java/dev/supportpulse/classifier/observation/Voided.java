package dev.supportpulse.classifier.observation;

import dev.supportpulse.events.Identity;

/** An event that is taken back; it may be told before the event itself. */
public record Voided(String project, Identity identity) {}
