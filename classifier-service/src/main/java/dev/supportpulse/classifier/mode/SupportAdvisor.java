package dev.supportpulse.classifier.mode;

import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import java.util.ArrayList;
import java.util.List;

/** Recommends support mode and tools for a need. */
public final class SupportAdvisor {

  private final List<SupportTool> offered;

  /** Recommends only tools that are offered. */
  public SupportAdvisor(List<SupportTool> offered) {
    this.offered = offered.stream().distinct().toList();
  }

  /** The tools that are offered, in the order of the catalogue's configuration. */
  public List<SupportTool> offered() {
    return offered;
  }

  /** The advice of the first rule that applies. */
  public Advice advise(Situation situation) {
    ModeRule rule =
        ModeRule.ALL.stream()
            .filter(candidate -> candidate.applies().test(situation))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the last rule always applies"));
    List<SupportTool> suitable = new ArrayList<>(suitable(rule.mode(), situation));
    suitable.retainAll(offered);
    return new Advice(rule.mode(), rule.name(), rule.reason(), suitable);
  }

  private static List<SupportTool> suitable(SupportMode mode, Situation situation) {
    List<SupportTool> tools = new ArrayList<>();
    if (situation.category() == NeedCategory.TRAINING) {
      tools.add(SupportTool.TRAINING);
    }
    if (mode != SupportMode.PAID) {
      tools.add(SupportTool.KNOWLEDGE_BASE);
    }
    if (situation.category() == NeedCategory.FUNCTIONAL_DEFECT
        || situation.category() == NeedCategory.FEATURE_REQUEST) {
      tools.add(SupportTool.ISSUE_TRACKER);
    }
    if (mode != SupportMode.FREE) {
      tools.add(SupportTool.ONLINE_CHAT);
    }
    if (mode == SupportMode.PAID) {
      tools.add(SupportTool.PHONE);
    }
    if (mode != SupportMode.FREE && situation.complexity() == Complexity.HIGH) {
      tools.add(SupportTool.REMOTE_DESKTOP);
      tools.add(SupportTool.VIDEO);
    }
    return tools;
  }
}
