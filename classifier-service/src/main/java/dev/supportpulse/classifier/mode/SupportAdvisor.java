package dev.supportpulse.classifier.mode;

import dev.supportpulse.classifier.tool.ProvenTools;
import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recommends support mode and tools for a need. */
public final class SupportAdvisor {

  private final List<SupportTool> offered;
  private final RuleBooks books;
  private final Histories histories;
  private final ProvenTools proven;

  /**
   * Recommends by rules.
   *
   * @param offered where a rule names no tools, only these are recommended, and the installation's
   *     own that are
   * @param proven to help; also decides which tool comes first
   */
  public SupportAdvisor(
      List<SupportTool> offered, RuleBooks books, Histories histories, ProvenTools proven) {
    this.offered = offered.stream().distinct().toList();
    this.books = books;
    this.histories = histories;
    this.proven = proven;
  }

  /** The tools that are offered, in the order of the catalogue's configuration. */
  public List<SupportTool> offered() {
    return offered;
  }

  /**
   * The advice of the first rule that applies.
   *
   * @param project whose rules and history count; null for nobody's
   */
  public Advice advise(@Nullable String project, Situation situation) {
    Decision decision = books.of(project).decide(situation, histories.of(project));
    List<String> named = decision.rule().tools();
    return new Advice(
        decision, named == null ? suitable(project, decision, situation.category()) : named);
  }

  private List<String> suitable(
      @Nullable String project, Decision decision, NeedCategory category) {
    Stream<String> known =
        suitable(decision.rule().mode(), category, decision.complexity()).stream()
            .filter(offered::contains)
            .map(SupportTool::id);
    return Stream.concat(known, proven.own(project, category).stream())
        .sorted(proven.bestFirst(project, category))
        .toList();
  }

  private static List<SupportTool> suitable(
      SupportMode mode, NeedCategory category, Complexity complexity) {
    List<SupportTool> tools = new ArrayList<>();
    if (category == NeedCategory.TRAINING) {
      tools.add(SupportTool.TRAINING);
    }
    if (mode != SupportMode.PAID) {
      tools.add(SupportTool.KNOWLEDGE_BASE);
    }
    if (category == NeedCategory.FUNCTIONAL_DEFECT || category == NeedCategory.FEATURE_REQUEST) {
      tools.add(SupportTool.ISSUE_TRACKER);
    }
    if (mode != SupportMode.FREE) {
      tools.add(SupportTool.ONLINE_CHAT);
    }
    if (mode == SupportMode.PAID) {
      tools.add(SupportTool.PHONE);
    }
    if (mode != SupportMode.FREE && complexity == Complexity.HIGH) {
      tools.add(SupportTool.REMOTE_DESKTOP);
      tools.add(SupportTool.VIDEO);
    }
    return tools;
  }
}
