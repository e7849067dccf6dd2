package dev.supportpulse.classifier.mode;

import dev.supportpulse.events.Complexity;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What conditions look at.
 *
 * @param complexity as estimated from text and past cases
 * @param traits of the project
 * @param pastEffort of cases like this one; null if too few told
 * @param backlogWeeks weeks of the team that the open cases take; empty if that isn't known
 */
record Facts(
    Situation situation,
    Complexity complexity,
    Set<String> traits,
    @Nullable PastEffort pastEffort,
    OptionalDouble backlogWeeks) {}
