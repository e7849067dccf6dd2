package dev.supportpulse.classifier.mode;

import dev.supportpulse.events.SupportMode;
import dev.supportpulse.events.SupportStyle;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the choice of support.
 *
 * @param name names the rule in answers and logs
 * @param when it applies
 * @param firstResponse how soon the first answer is promised; null promises nothing
 * @param resolution how soon the solution is promised; null promises nothing
 * @param escalation who is asked, one after the other; at least one
 * @param tools ids of the tools to use, best first; null for those that suit mode and need
 * @param reason why, in words for people
 */
public record ModeRule(
    String name,
    Condition when,
    SupportMode mode,
    SupportStyle style,
    @Nullable Duration firstResponse,
    @Nullable Duration resolution,
    List<String> escalation,
    @Nullable List<String> tools,
    String reason) {

  public ModeRule {
    escalation = List.copyOf(escalation);
    tools = tools == null ? null : List.copyOf(tools);
  }
}
