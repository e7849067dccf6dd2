package dev.supportpulse.classifier.mode;

import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.EstimateBasis;
import dev.supportpulse.events.NeedClassified.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * The rule that applies first, and what it was told.
 *
 * @param ruleSet the name of the rule set that has the rule
 * @param version of that rule set
 * @param complexityFrom TEXT, or PAST_CASES
 * @param past the effort of cases like this one; {@link PastEffort#NONE} if none told
 * @param estimate null if no rule set gives rates
 */
public record Decision(
    String ruleSet,
    String version,
    ModeRule rule,
    Complexity complexity,
    EstimateBasis complexityFrom,
    PastEffort past,
    @Nullable Estimate estimate) {}
