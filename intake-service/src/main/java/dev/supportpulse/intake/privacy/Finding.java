package dev.supportpulse.intake.privacy;

/**
 * Where in a text personal data stands.
 *
 * @param start its first character
 * @param end the character after its last one
 */
public record Finding(int start, int end, Kind kind) {

  public Finding {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("nothing is found from " + start + " to " + end);
    }
  }

  boolean overlaps(Finding later) {
    return later.start < end;
  }

  /** Both in one, under the name of the stronger kind. */
  Finding joined(Finding other) {
    return new Finding(
        Math.min(start, other.start),
        Math.max(end, other.end),
        kind.compareTo(other.kind) <= 0 ? kind : other.kind);
  }
}
