package dev.supportpulse.intake.privacy;

import java.util.Map;
import java.util.Set;

/**
 * What becomes of the strings of an event before it is published. This is the one place that
 * decides it, by name, since a name means the same in every type; a test fails when a schema has a
 * string that is not named here.
 */
public enum Treatment {
  /**
   * Personal data in it is replaced by marks; whatever a schema doesn't know is treated so, too.
   */
  CLEAN,
  /** It names a person and is replaced by a pseudonym. */
  PSEUDONYMISE,
  /** It is published as it came: a word of a closed list, a number, an identifier of a thing. */
  KEEP;

  /** The strings of {@code data}; names that no schema knows are not among them. */
  private static final Map<String, Treatment> DATA =
      Map.ofEntries(
          Map.entry("text", CLEAN),
          Map.entry("title", CLEAN),
          Map.entry("message", CLEAN),
          Map.entry("stackTrace", CLEAN),
          Map.entry("environment", CLEAN),
          Map.entry("note", CLEAN),
          Map.entry("reason", CLEAN),
          Map.entry("labels", CLEAN),
          Map.entry("user", PSEUDONYMISE),
          // What figures are grouped and joined by must stay what it is.
          Map.entry("caseId", KEEP),
          Map.entry("source", KEEP),
          Map.entry("id", KEEP),
          Map.entry("solutionId", KEEP),
          // An organisation is no person.
          Map.entry("account", KEEP),
          Map.entry("action", KEEP),
          Map.entry("unit", KEEP),
          Map.entry("tool", KEEP),
          Map.entry("tools", KEEP),
          Map.entry("product", KEEP),
          Map.entry("version", KEEP),
          Map.entry("tier", KEEP),
          Map.entry("language", KEEP),
          Map.entry("amount", KEEP),
          Map.entry("currency", KEEP));

  /** Attributes that say what the event is, and those that carry traces. */
  private static final Set<String> KEPT_ATTRIBUTES =
      Set.of(
          "specversion",
          "id",
          "source",
          "type",
          "project",
          "time",
          "datacontenttype",
          "dataschema",
          "traceparent",
          "tracestate");

  /** What becomes of a member of {@code data}. */
  static Treatment ofData(String name) {
    return DATA.getOrDefault(name, CLEAN);
  }

  /** What becomes of an attribute beside {@code data}. */
  static Treatment ofAttribute(String name) {
    return KEPT_ATTRIBUTES.contains(name) ? KEEP : CLEAN;
  }

  /** Whether it was decided what becomes of that member of {@code data}. */
  static boolean isDecided(String name) {
    return DATA.containsKey(name);
  }
}
