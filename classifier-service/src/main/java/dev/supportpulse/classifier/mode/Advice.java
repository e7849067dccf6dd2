package dev.supportpulse.classifier.mode;

import dev.supportpulse.events.SupportMode;
import java.util.List;

/**
 * The support that suits a need.
 *
 * @param rule the name of the {@link ModeRule} that decided
 * @param reason why, in words for people
 * @param tools offered tools that suit, best first
 */
public record Advice(SupportMode mode, String rule, String reason, List<SupportTool> tools) {

  public Advice {
    tools = List.copyOf(tools);
  }
}
