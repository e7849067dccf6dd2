package dev.supportpulse.classifier.mode;

import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.NeedClassified.Support;
import dev.supportpulse.events.SupportMode;
import java.time.Duration;
import java.util.List;

/**
 * The support that suits a need.
 *
 * @param tools ids of tools that suit, best first
 */
public record Advice(Decision decision, List<String> tools) {

  public Advice {
    tools = List.copyOf(tools);
  }

  /** Free, paid or both. */
  public SupportMode mode() {
    return decision.rule().mode();
  }

  /** As estimated from the text and from past cases. */
  public Complexity complexity() {
    return decision.complexity();
  }

  /** What is published of it, beside mode, complexity and tools. */
  public Support support() {
    ModeRule rule = decision.rule();
    PastEffort past = decision.past();
    return new Support(
        decision.ruleSet(),
        decision.version(),
        rule.name(),
        rule.reason(),
        rule.style(),
        rule.firstResponse(),
        rule.resolution(),
        rule.escalation(),
        decision.complexityFrom(),
        past.cases(),
        past.cases() == 0 ? null : Duration.ofSeconds(past.median().toSeconds()),
        decision.estimate());
  }
}
