package dev.supportpulse.classifier.mode;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rule sets that are in force. They change as a whole, between two decisions. */
public final class RuleBooks {

  private volatile InForce inForce;

  /** Begins with the default rule set alone. */
  public RuleBooks(RuleSet fallback) {
    this.inForce = new InForce(fallback, Map.of());
  }

  /** What holds for a project; for null, and for one without rules of its own, the default. */
  public RuleBook of(@Nullable String project) {
    InForce now = inForce;
    return project == null ? now.forAll : now.byProject.getOrDefault(project, now.forAll);
  }

  /**
   * Decides by others from the next decision on.
   *
   * @param own by project
   */
  public void use(RuleSet fallback, Map<String, RuleSet> own) {
    inForce = new InForce(fallback, own);
  }

  private static final class InForce {

    private final RuleBook forAll;
    private final Map<String, RuleBook> byProject;

    InForce(RuleSet fallback, Map<String, RuleSet> own) {
      forAll = new RuleBook(null, fallback);
      byProject =
          own.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      Map.Entry::getKey, entry -> new RuleBook(entry.getValue(), fallback)));
    }
  }
}
