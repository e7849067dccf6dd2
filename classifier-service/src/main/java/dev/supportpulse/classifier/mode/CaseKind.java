package dev.supportpulse.classifier.mode;

import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.NeedCategory;

/**
 * Cases that are alike, as far as their text tells.
 *
 * @param complexity by the text
 */
public record CaseKind(NeedCategory category, Complexity complexity) {}
