package dev.supportpulse.classifier.modefile;

import org.jspecify.annotations.Nullable;

/** What is wrong with a rule set, and what would be right. */
public final class RuleFault extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final @Nullable String rule;
  private final String demand;

  RuleFault(String file, String field, @Nullable String rule, String demand) {
    super(file + ": " + (of(rule) + field + " " + demand).strip());
    this.field = field;
    this.rule = rule;
    this.demand = demand;
  }

  /** JSON Pointer of the field at fault; empty for the whole. */
  public String field() {
    return field;
  }

  /** What is wrong with the field, naming its rule if it has one. */
  public String detail() {
    return of(rule) + demand;
  }

  private static String of(@Nullable String rule) {
    return rule == null ? "" : "rule \"%s\": ".formatted(rule);
  }
}
