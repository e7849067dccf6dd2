package dev.supportpulse.classifier.tool;

import dev.supportpulse.events.NeedCategory;
import org.jspecify.annotations.Nullable;

/**
 * What trials of a tool tell. A trial is a case in which it was used, or an outcome without a case.
 *
 * @param category of the cases' needs; null if it is not known
 * @param helped trials in which it helped, and the case was not reopened since
 * @param failed the other ones of which anything is known
 */
public record ToolTally(String tool, @Nullable NeedCategory category, long helped, long failed) {}
