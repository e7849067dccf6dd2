package dev.supportpulse.classifier.diagnosis;

/** Panics have no type; what they say first tells one kind from another. */
final class Panics {

  private static final String RUNTIME = "runtime error: ";
  private static final int LONGEST = 120;

  private Panics() {}

  /** The message up to its first colon, values masked: what follows is one occurrence's own. */
  static String kind(String message) {
    String masked = Masks.common(message);
    int from = masked.startsWith(RUNTIME) ? RUNTIME.length() : 0;
    int colon = masked.indexOf(": ", from);
    String kind = colon < 0 ? masked : masked.substring(0, colon);
    return kind.length() <= LONGEST ? kind : kind.substring(0, LONGEST);
  }
}
